import type { TableColumn } from '@/components/data-table';
import { actionsWidth, permitted, RowActions } from '@/components/panels/action-buttons';
import { Cell, columnKind } from '@/components/panels/cell';
import type { Actions } from '@/components/panels/use-actions';
import table from '@/components/table.module.css';
import type { PathValues } from '@/lib/action';
import type { Action, Column, Maybe, TableRow } from '@/lib/contract';
import { label, t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

type RowColumnsProps = {
  readonly columns: readonly Column[];
  readonly rowActions: Maybe<readonly Maybe<Action>[]>;
  readonly run: Actions;
  readonly values?: PathValues;
  readonly onStart?: (row: TableRow) => void;
};

/** A recipe's columns, the first of which names the row, and one for what can be done with it. */
export function rowColumns(props: RowColumnsProps): readonly TableColumn<TableRow>[] {
  const [first] = props.columns;
  const columns = props.columns.map((column) => toColumn(column, column === first));
  if (permitted(props.rowActions).length === 0) return columns;
  return [...columns, actsColumn(props, first)];
}

function toColumn(column: Column, first: boolean): TableColumn<TableRow> {
  return {
    id: column.id,
    label: label(column.label),
    width: first && column.width === 'grow' ? undefined : column.width,
    priority: first ? 1 : column.priority,
    small: first ? 'main' : column.small,
    kind: columnKind(column.kind),
    cell: (row) => {
      const cell = <Cell kind={column.kind} width={column.width} value={row.cells[column.id]} />;
      return first ? <span className={table.name}>{cell}</span> : cell;
    },
  };
}

function actsColumn(props: RowColumnsProps, first: Column | undefined): TableColumn<TableRow> {
  const start: Actions['start'] = (action, target, undo) => props.run.start(action, target, undo);
  return {
    id: 'actions',
    label: t('common.actions'),
    head: <span className={text.vh}>{t('common.actions')}</span>,
    width: actionsWidth(props.rowActions),
    small: 'acts',
    kind: 'acts',
    cell: (row) => (
      <RowActions
        actions={props.rowActions}
        target={{ values: { ...props.values, item: row.key }, name: rowName(row, first) }}
        run={{
          ...props.run,
          start: (...args) => {
            props.onStart?.(row);
            start(...args);
          },
        }}
      />
    ),
  };
}

/** What the first column says, else the key. */
function rowName(row: TableRow, first: Column | undefined): string {
  const value = first && row.cells[first.id];
  return typeof value === 'string' ? value : row.key;
}
