import { LinkButton } from '@/components/button';
import layout from '@/components/layout.module.css';
import type { PageRows } from '@/lib/contract';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import { type PagePlace, pageLink } from './page-place';

type PageFootProps = {
  readonly id: string;
  readonly open: string | undefined;
  readonly place: PagePlace;
  readonly rows: PageRows;
};

/** Only where there is more than one page. */
export function PageFoot({ id, place, open, rows }: PageFootProps) {
  if (!rows.next && !rows.previous) return null;
  const page = (cursor: string | null | undefined) => (cursor ? pageLink(id, { ...place, cursor }, open) : undefined);
  return (
    <div className={layout.foot}>
      <span className={text.num}>{t('page.rows', { count: rows.items.length })}</span>
      <nav className={layout.pager} aria-label={t('users.pages')}>
        <LinkButton small icon="left" href={page(rows.previous)}>
          {t('page.previous')}
        </LinkButton>
        <LinkButton small iconAfter="right" href={page(rows.next)}>
          {t('page.next')}
        </LinkButton>
      </nav>
    </div>
  );
}
