import { useState } from 'preact/compat';
import { IconButton } from '@/components/button';
import { rowColumns } from '@/components/panels/row-columns';
import { useActions } from '@/components/panels/use-actions';
import { PreviewPart } from '@/components/split-view';
import { DataTable } from '@/components/table/data-table';
import type { PreviewRows, TablePart, TableRowPage } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { label, t } from '@/lib/i18n';
import { usePlaceholderData, useQuery } from '@/lib/query';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { partQuery } from './api/get-rows';
import css from './recipe-page.module.css';

type PreviewTableProps = {
  readonly part: TablePart;
  readonly row: string;
  /** The first page; it comes with the preview. */
  readonly first: PreviewRows;
};

/** Rows in a preview, a page at a time. */
export function PreviewTable({ part, row, first }: PreviewTableProps) {
  const { tenants } = useSession();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const more = part.more ?? '';
  const further = useQuery<TableRowPage>(
    cursor === undefined ? { key: `first:${more}`, load: () => Promise.resolve(first) } : partQuery(more, row, cursor),
  );
  const kept = usePlaceholderData(cursor === undefined ? first : further.data) ?? first;
  const rows = cursor === undefined ? first : kept;
  const title = label(part.title);
  const columns = rowColumns({
    columns: part.columns,
    rowActions: [],
    run: useActions(() => undefined),
    tenants: tenants.length > 1,
  });

  return (
    <PreviewPart
      title={title}
      count={first.total}
      link={first.all && part.all && <a href={first.all}>{label(part.all)}</a>}
    >
      {first.items.length === 0 ? (
        <p className={text.faint}>{label(part.empty)}</p>
      ) : (
        <div className={css.rows}>
          <DataTable inside caption={title} columns={columns} rows={rows.items} rowKey={(item) => item.key} />
        </div>
      )}
      {further.error && cursor !== undefined && <p className={text.faint}>{t('pick.failed')}</p>}
      {part.more && (first.nextCursor || cursors.length > 0) && (
        <div className={cx(text.row, text.sm, text.muted)}>
          <span className={text.num} aria-live="polite">
            {rangeWords(cursors.length * first.items.length, rows, first.total)}
          </span>
          <span className={cx(text.row, text.push)}>
            {cursors.length > 0 && (
              <IconButton
                small
                tone="normal"
                icon="left"
                label={t('page.previous')}
                onClick={() => setCursors(cursors.slice(0, -1))}
              />
            )}
            {rows.nextCursor && (
              <IconButton
                small
                tone="normal"
                icon="right"
                label={t('page.next')}
                onClick={() => rows.nextCursor && setCursors([...cursors, rows.nextCursor])}
              />
            )}
          </span>
        </div>
      )}
    </PreviewPart>
  );
}

function rangeWords(before: number, rows: TableRowPage, total: number | undefined): string {
  const from = before + 1;
  const to = before + rows.items.length;
  return total === undefined ? `${from}–${to}` : t('preview.range', { from, to, total });
}
