import { Button } from '@/components/button';
import css from '@/components/button.module.css';
import { Menu } from '@/components/overlay/menu';
import { getJson } from '@/lib/api-client';
import { toApiError } from '@/lib/api-error';
import { download } from '@/lib/download';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';

/** A kind of file: what says all of it, and where it comes from. */
export type ExportFormat = {
  readonly id: string;
  readonly label: string;
  readonly path: () => string;
  /** Nobody gets it who hasn't proved of late to be the operator. */
  readonly needsFreshProof?: boolean;
};

type ExportButtonProps = {
  readonly words: string;
  /** The usual one first. */
  readonly formats: readonly ExportFormat[];
  /** What is said once it is under way. */
  readonly started: string;
};

/** A press makes the usual file; the menu beside it has the others. */
export function ExportButton({ words, formats, started }: ExportButtonProps) {
  const [usual] = exportItems(formats, started);
  return (
    <span className={css.split}>
      <Button icon="download" label={usual?.label} onClick={usual?.onSelect}>
        {words}
      </Button>
      <Menu large icon="down" label={t('common.export.formats')} items={exportItems(formats, started)} />
    </span>
  );
}

export function exportItems(formats: readonly ExportFormat[], started: string) {
  return formats.map(({ id, label, path, needsFreshProof }) => ({
    id,
    label,
    onSelect: () => void exportFile(path(), needsFreshProof, started),
  }));
}

async function exportFile(path: string, needsFreshProof: boolean | undefined, started: string): Promise<void> {
  try {
    if (needsFreshProof) await getJson('session/fresh-proof'); // a download can't ask
    download(path);
    toast(started);
  } catch (cause) {
    toast(errorMessage(toApiError(cause, path), t('shell.by')), { tone: 'danger' });
  }
}
