import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { PreviewPart } from '@/components/split-view';
import { Bone, Loading } from '@/components/state-view';
import type { ApiError } from '@/lib/api-error';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';

/** In a preview that could not be loaded. */
export function PreviewFailed({ error, onRetry }: { readonly error: ApiError; readonly onRetry: () => void }) {
  const { app } = useSession();
  return (
    <PreviewPart>
      <Note
        tone="danger"
        alert
        action={
          <Button small onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        }
      >
        {errorMessage(error, app.name)}
      </Note>
    </PreviewPart>
  );
}

/** In a preview that is being loaded; `label` says of what. */
export function PreviewLoading({ label }: { readonly label: string }) {
  return (
    <PreviewPart>
      <Loading label={label}>
        <Bone width={4} />
        <Bone width={3} />
      </Loading>
    </PreviewPart>
  );
}
