import { actionsWidth, RowActions } from '@/components/panels/action-buttons';
import { Cell, columnKind, isBare, Lock, PersonName, RowName, Title } from '@/components/panels/cell';
import type { Actions } from '@/components/panels/use-actions';
import type { TableColumn } from '@/components/table/data-table';
import table from '@/components/table/table.module.css';
import type { PathValues } from '@/lib/action';
import type { Action, CellValue, Column, TableRow } from '@/lib/api-types';
import { label, t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import text from '@/styles/text.module.css';

type RowColumnsProps = {
  readonly columns: readonly Column[];
  readonly rowActions: readonly Action[];
  readonly run: Actions;
  readonly values?: PathValues;
  /** Where a row leads that has no link of its own. */
  readonly href?: (row: TableRow) => string | undefined;
  /** There is more than one tenant, so that it matters which. */
  readonly tenants?: boolean;
};

/** A recipe's columns, the first of which names the row, and one for what can be done with it. */
export function rowColumns(props: RowColumnsProps): readonly TableColumn<TableRow>[] {
  const [first] = props.columns;
  const columns = props.columns
    .filter((column) => column.kind !== 'tenants' || props.tenants)
    .map((column) => toColumn(column, column === first, props.href));
  if (props.rowActions.length === 0) return columns;
  return [...columns, actsColumn(props, first)];
}

function toColumn(column: Column, first: boolean, href: RowColumnsProps['href']): TableColumn<TableRow> {
  return {
    id: column.id,
    label: label(column.label),
    width: column.width,
    labelled: !first && isBare(column.kind),
    priority: first ? 1 : column.priority,
    small: first ? 'main' : column.small,
    kind: columnKind(column.kind),
    cell: (row) =>
      first ? (
        <NamingCell column={column} row={row} href={row.link ?? href?.(row)} />
      ) : (
        <Cell kind={column.kind} width={column.width} value={row.cells[column.id]} />
      ),
  };
}

type NamingCellProps = { readonly column: Column; readonly row: TableRow; readonly href: string | undefined };

/** The first cell: its link covers the row. */
function NamingCell({ column, row, href }: NamingCellProps) {
  const value = row.cells[column.id];
  if (isObject(value) && 'title' in value) return <Title title={value} href={href} locks={row.lockedActions} />;
  return (
    <span className={table.title}>
      <Name column={column} value={value} href={href} />
      <Lock locks={row.lockedActions} />
    </span>
  );
}

type NameProps = Pick<NamingCellProps, 'column' | 'href'> & { readonly value: CellValue | undefined };

function Name({ column, value, href }: NameProps) {
  if (isObject(value) && 'id' in value) return <PersonName user={value} href={href ?? linkTo(['users', value.id])} />;
  if (href && typeof value === 'string' && column.kind !== 'date') return <RowName href={href}>{value}</RowName>;
  return (
    <span className={table.name}>
      <Cell kind={column.kind} width={column.width} value={value} />
    </span>
  );
}

function isObject(
  value: CellValue | undefined,
): value is Exclude<CellValue, string | number | boolean | readonly unknown[]> {
  return typeof value === 'object' && !Array.isArray(value);
}

function actsColumn(props: RowColumnsProps, first: Column | undefined): TableColumn<TableRow> {
  return {
    id: 'actions',
    label: t('common.actions'),
    head: <span className={text.vh}>{t('common.actions')}</span>,
    width: actionsWidth(props.rowActions),
    small: 'acts',
    kind: 'acts',
    cell: (row) => (
      <RowActions
        actions={row.actions === false ? [] : props.rowActions}
        locks={row.lockedActions}
        target={{ values: { ...props.values, item: row.key }, name: rowName(row, first) }}
        run={props.run}
      />
    ),
  };
}

/** What the first column says, else the key. */
export function rowName(row: TableRow, first: Column | undefined): string {
  const value = first && row.cells[first.id];
  if (isObject(value) && 'title' in value) return value.title;
  return typeof value === 'string' ? value : row.key;
}
