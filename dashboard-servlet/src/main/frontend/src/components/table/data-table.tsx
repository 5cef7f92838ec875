import type { ComponentChildren } from 'preact';
import { Fragment, useMemo } from 'preact/compat';
import { Bone, Loading } from '@/components/state-view';
import { cx } from '@/lib/cx';
import text from '@/styles/text.module.css';
import css from './table.module.css';
import { hidable, useLeastWidth } from './use-least-width';

export type TableColumn<Row> = {
  readonly id: string;
  readonly label: string;
  /** In place of the label: a sort link, or words for the ear only. */
  readonly head?: ComponentChildren;
  readonly sort?: 'ascending' | 'descending';
  /** A width by name; absent or `grow` takes what is left. */
  readonly width?: string;
  /** 1 is always there, 2 from 1140 px, 3 from 1264 px. */
  readonly priority?: number;
  /** Its place when rows become cards: check, main, end, line, end2, or nowhere. */
  readonly small?: string;
  readonly kind?: 'num' | 'time' | 'acts';
  /** Its values don't say by themselves what they are: on a card the label stands before them. */
  readonly labelled?: boolean;
  readonly cell: (row: Row) => ComponentChildren;
};

type DataTableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Inside of a panel, which has a border of its own. */
  readonly inside?: boolean;
  /** These rows stay while others are on their way. */
  readonly replacing?: boolean;
  /** The key of the row that is open: in a preview beside the table, or in place if there is a `detail`. */
  readonly open?: string;
  /** What an open row shows below itself. */
  readonly detail?: (row: Row) => ComponentChildren;
  /** What cells are made of beside their row: they are drawn anew only when it changes. Absent: whenever the table is. */
  readonly cellsFrom?: readonly unknown[];
};

/** A real table that turns into cards on small screens; explicit roles keep it a table for screen readers there. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, inside, replacing, open, detail, cellsFrom } = props;
  const { table, scrolls } = useLeastWidth(columns);
  const body = useMemo(() => <Rows {...props} />, cellsFrom ? [rows, open, ...cellsFrom] : [{}]);
  // what scrolls has to be reached by the keyboard, also when nothing in it can have focus
  const reached = scrolls ? ({ role: 'region', 'aria-label': caption, tabIndex: 0 } as const) : {};
  return (
    <div
      {...reached}
      className={css.wrap}
      data-inside={inside}
      data-kept={replacing}
      data-scrolls={scrolls}
      data-beside={open !== undefined && !detail}
      aria-busy={replacing}
    >
      <table ref={table} className={cx(css.table, inside && css.inside)} role="table">
        <Head caption={caption} columns={columns} />
        <tbody role="rowgroup">{body}</tbody>
      </table>
    </div>
  );
}

function Rows<Row>({ columns, rows, rowKey, open, detail }: DataTableProps<Row>) {
  const acts = columns.some((column) => column.kind === 'acts');
  const pick = columns.some((column) => column.small === 'check');
  return (
    <>
      {rows.map((row) => (
        <Fragment key={rowKey(row)}>
          <tr
            role="row"
            data-key={rowKey(row)}
            data-acts={acts}
            data-pick={pick}
            data-state={rowKey(row) === open ? 'open' : undefined}
          >
            {columns.map((column) => (
              <td
                key={column.id}
                role="cell"
                className={column.kind && css[column.kind]}
                data-priority={hidable(column)}
                data-small={column.small}
                data-label={column.labelled ? column.label : undefined}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
          {detail && rowKey(row) === open && (
            <tr role="row" className={css.detail}>
              <td role="cell" colSpan={columns.length}>
                {detail(row)}
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </>
  );
}

function Head<Row>({ caption, columns }: Pick<DataTableProps<Row>, 'caption' | 'columns'>) {
  return (
    <>
      <caption className={text.vh}>{caption}</caption>
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} className={column.width && css[column.width]} data-priority={hidable(column)} />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              role="columnheader"
              className={column.kind && css[column.kind]}
              aria-sort={column.sort}
              data-priority={hidable(column)}
              data-small={column.small}
            >
              {column.head ?? column.label}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

type SkeletonProps<Row> = {
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows?: number;
  readonly inside?: boolean;
};

const WIDTHS = [2, 3, 4, 1] as const;

/** The shape of the table that is on its way. */
export function TableSkeleton<Row>({ label, columns, rows = 12, inside }: SkeletonProps<Row>) {
  return (
    <Loading label={label}>
      <div className={css.wrap} data-inside={inside}>
        <table className={cx(css.table, inside && css.inside)}>
          <Head caption={label} columns={columns} />
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                {columns.map((column, at) => (
                  <td key={column.id} data-priority={hidable(column)} data-small={column.small}>
                    {column.small === 'main' ? (
                      <Who row={row} />
                    ) : (
                      column.small !== 'check' && <Bone width={WIDTHS[(row + at) % 4] ?? 2} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Loading>
  );
}

function Who({ row }: { readonly row: number }) {
  return (
    <div className={css.who}>
      <Bone width="box" />
      <span className={css.whoText}>
        <Bone width={WIDTHS[row % 3] ?? 2} />
      </span>
    </div>
  );
}
