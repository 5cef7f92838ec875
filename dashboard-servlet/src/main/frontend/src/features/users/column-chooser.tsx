import { Button } from '@/components/button';
import field from '@/components/field.module.css';
import pop from '@/components/pop.module.css';
import { usePopover } from '@/components/popover';
import { t } from '@/lib/i18n';
import css from './users.module.css';
import type { UsersColumn } from './users-columns';

type ColumnChooserProps = {
  readonly columns: readonly UsersColumn[];
  readonly isShown: (column: UsersColumn) => boolean;
  readonly onChoose: (id: string, shown: boolean) => void;
  readonly onReset: () => void;
};

/** From how many pixels on a column of this priority is drawn; the style sheet of the table says the same. */
const FROM: Readonly<Record<number, number>> = { 2: 1140, 3: 1480 };

export function ColumnChooser({ columns, isShown, onChoose, onReset }: ColumnChooserProps) {
  const {
    trigger,
    pop: box,
    open,
    turn,
  } = usePopover<HTMLButtonElement, HTMLDivElement>(() =>
    box.current?.querySelector<HTMLElement>('input:not([disabled])')?.focus(),
  );

  return (
    <>
      <Button ref={trigger} tone="ghost" icon="columns" popup="dialog" expanded={open} onClick={turn}>
        {t('users.columns')}
      </Button>
      {open && (
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
      )}
    </>
  );
}

function hint(column: UsersColumn, shown: boolean): string {
  if (column.always) return t('users.columns.always');
  const from = FROM[column.priority ?? 1] ?? 0;
  return shown && window.innerWidth < from ? t('users.columns.hidden') : (column.recipe ?? '');
}
