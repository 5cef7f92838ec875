import { LinkButton } from '@/components/button';
import layout from '@/components/layout.module.css';
import type { TableRowPage } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import { type PageLocation, pageLink } from './page-location';

type PageFootProps = {
  readonly id: string;
  readonly open: string | undefined;
  readonly location: PageLocation;
  readonly rows: TableRowPage;
};

/** Only where there is more than one page. */
export function PagePagination({ id, location, open, rows }: PageFootProps) {
  if (!rows.nextCursor && !rows.previousCursor) return null;
  const page = (cursor: string | null | undefined) =>
    cursor ? pageLink(id, { ...location, cursor }, open) : undefined;
  return (
    <div className={layout.foot}>
      <span className={text.num}>{t('page.rows', { count: rows.items.length })}</span>
      <nav className={layout.pager} aria-label={t('users.pages')}>
        <LinkButton small icon="left" href={page(rows.previousCursor)}>
          {t('page.previous')}
        </LinkButton>
        <LinkButton small iconAfter="right" href={page(rows.nextCursor)}>
          {t('page.next')}
        </LinkButton>
      </nav>
    </div>
  );
}
