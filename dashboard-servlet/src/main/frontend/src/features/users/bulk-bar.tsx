import { lazy, Suspense, useRef, useState } from 'preact/compat';
import { Button, IconButton, TextButton } from '@/components/button';
import field from '@/components/form/field.module.css';
import { displayName } from '@/components/table/user-cell';
import { afterRender } from '@/lib/after-render';
import type { UserCount, UserRow } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { bulkActions, type OfferedBulkAction } from '@/lib/jobs';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import css from './bulk-bar.module.css';
import { narrowing, type Selection } from './selection';
import type { UsersColumn } from './users-columns';
import type { UsersLocation } from './users-location';

const StartJob = lazy(() => import('./start-job').then((part) => part.StartJob));

type BulkBarProps = {
  readonly selection: Selection;
  readonly location: UsersLocation;
  readonly total: UserCount | undefined;
};

/** How many are chosen, and what can be done to them. */
export function BulkBar({ selection, location, total }: BulkBarProps) {
  const session = useSession();
  const [action, setAction] = useState<OfferedBulkAction>();
  const bar = useRef<HTMLElement>(null);
  const chosen = selection.users.size;
  if (chosen === 0 && !selection.all) return null;
  // what was pressed goes away with it
  const chooseAll = () => {
    selection.chooseAll();
    afterRender(() => bar.current?.focus());
  };
  const clear = () => {
    selection.clear();
    afterRender(() => document.querySelector<HTMLElement>('thead input[type="checkbox"]')?.focus());
  };
  const count = selection.all && total ? total : { count: chosen, exact: true };

  return (
    <section ref={bar} className={css.bar} aria-label={t('bulk.selected.label')} tabIndex={-1}>
      <span className={text.strong}>{chosenWords(selection, count)}</span>
      {!selection.all && total && (total.count > chosen || !total.exact) && (
        <TextButton onClick={chooseAll}>
          {t(total.exact ? 'bulk.selectAll' : 'bulk.selectAll.atLeast', { count: total.count })}
        </TextButton>
      )}
      <span className={text.push} />
      {bulkActions(session).map((each) => (
        <Button
          key={each.action}
          small
          icon={each.icon}
          tone={each.danger ? 'danger' : 'normal'}
          onClick={() => setAction(each)}
        >
          {each.label}
        </Button>
      ))}
      <IconButton icon="x" small label={t('bulk.clear')} onClick={clear} />
      {action && (
        <Suspense fallback={null}>
          <StartJob
            action={action}
            users={selection.all ? undefined : [...selection.users]}
            count={count}
            query={narrowing(location)}
            onClose={() => setAction(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}

function chosenWords(selection: Selection, count: UserCount): string {
  if (!selection.all) return t('bulk.selected', { count: count.count });
  return t(count.exact ? 'bulk.selected.all' : 'bulk.selected.atLeast', { count: count.count });
}

/** The column that chooses rows. */
export function selectColumn(selection: Selection, rows: readonly UserRow[]): UsersColumn {
  const all = rows.length > 0 && rows.every((row) => selection.has(row.id));
  const some = rows.some((row) => selection.has(row.id));
  return {
    id: 'select',
    label: t('bulk.selectPage'),
    head: (
      <label className={css.hit}>
        <input
          type="checkbox"
          className={field.check}
          aria-label={t('bulk.selectPage')}
          checked={all}
          ref={(box: HTMLInputElement | null) => {
            if (box) box.indeterminate = some && !all;
          }}
          onChange={(event) => selection.choose(rows, event.currentTarget.checked)}
        />
      </label>
    ),
    width: 'check',
    small: 'check',
    always: true,
    cell: (user) => (
      <label className={css.hit}>
        <input
          type="checkbox"
          className={field.check}
          aria-label={t('bulk.select', { name: displayName(user) })}
          checked={selection.has(user.id)}
          onClick={(event: MouseEvent) => selection.turn(rows, user.id, event.shiftKey)}
        />
      </label>
    ),
  };
}
