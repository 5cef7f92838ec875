import { Button } from '@/components/button';
import layout from '@/components/layout.module.css';
import { t } from '@/lib/i18n';

type PagerProps = {
  readonly page: { readonly nextCursor?: string; readonly previousCursor?: string } | undefined;
  readonly onTurn: (cursor: string) => void;
};

/** The way to the pages beside this one, where there are any. */
export function Pager({ page, onTurn }: PagerProps) {
  const { nextCursor, previousCursor } = page ?? {};
  return (
    <div className={layout.pager}>
      {previousCursor && (
        <Button small onClick={() => onTurn(previousCursor)}>
          {t('page.previous')}
        </Button>
      )}
      {nextCursor && (
        <Button small onClick={() => onTurn(nextCursor)}>
          {t('page.next')}
        </Button>
      )}
    </div>
  );
}
