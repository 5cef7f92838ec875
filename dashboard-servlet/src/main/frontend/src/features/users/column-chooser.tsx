import type { RefObject } from 'preact';
import { Button } from '@/components/button';
import field from '@/components/form/field.module.css';
import { usePopover } from '@/components/overlay/popover';
import pop from '@/components/overlay/popover.module.css';
import { t } from '@/lib/i18n';
import css from './users.module.css';
import type { UsersColumn } from './users-columns';

export type ColumnsProps = {
  readonly columns: readonly UsersColumn[];
  readonly isShown: (column: UsersColumn) => boolean;
  readonly onChoose: (id: string, shown: boolean) => void;
  readonly onReset: () => void;
};

/** From how many pixels on a column of this priority is drawn; the style sheet of the table says the same. */
const FROM: Readonly<Record<number, number>> = { 2: 1140, 3: 1264 };
/** Below, rows are cards, which have no place for some columns. */
const CARDS_BELOW = 640;

/** The columns' popover, for a button of any kind. */
export function useColumnsPopover() {
  const popover = usePopover<HTMLButtonElement, HTMLDivElement>(() =>
    popover.pop.current?.querySelector<HTMLElement>('input:not([disabled])')?.focus(),
  );
  return popover;
}

/** Chooses which columns the list has. */
export function ColumnChooser(props: ColumnsProps) {
  const { trigger, pop: box, open, turn } = useColumnsPopover();
  return (
    <>
      <Button ref={trigger} tone="ghost" icon="columns" popup="dialog" expanded={open} onClick={turn}>
        {t('users.columns')}
      </Button>
      {open && <ColumnsPopover {...props} box={box} />}
    </>
  );
}

export function ColumnsPopover({
  columns,
  isShown,
  onChoose,
  onReset,
  box,
}: ColumnsProps & { readonly box: RefObject<HTMLDivElement> }) {
  return (
    <div ref={box} className={pop.pop} popover="auto" role="dialog" aria-label={t('users.columns')}>
      {columns.map((column) => (
        <label key={column.id} className={pop.item}>
          <input
            type="checkbox"
            className={field.check}
            checked={isShown(column)}
            disabled={column.always}
            onClick={() => onChoose(column.id, !isShown(column))}
          />
          {column.label}
          <span className={pop.hint}>{hint(column, isShown(column))}</span>
        </label>
      ))}
      <div className={css.separator} />
      <button type="button" className={pop.item} onClick={onReset}>
        {t('users.columns.reset')}
      </button>
    </div>
  );
}

function hint(column: UsersColumn, shown: boolean): string {
  if (column.always) return t('users.columns.always');
  return shown && isHidden(column) ? t('users.columns.hidden') : (column.recipe ?? '');
}

function isHidden({ priority = 1, small = 'hide' }: UsersColumn): boolean {
  return window.innerWidth < (FROM[priority] ?? 0) || (window.innerWidth < CARDS_BELOW && small === 'hide');
}
