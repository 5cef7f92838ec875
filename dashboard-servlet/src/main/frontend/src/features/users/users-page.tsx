import { useEffect } from 'preact/compat';
import { IconButton } from '@/components/button';
import { DataTable, TableSkeleton } from '@/components/data-table';
import layout from '@/components/layout.module.css';
import { Note } from '@/components/note';
import { FailedState } from '@/components/state-view';
import type { UserCount, UserList } from '@/lib/contract';
import { useTitle } from '@/lib/document-title';
import { formatNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import { bulkActs } from '@/lib/jobs';
import { announce } from '@/lib/notify';
import { abandon, nothing, type Query, useKept, useQuery } from '@/lib/query';
import { useRested } from '@/lib/rested';
import { useLocation } from '@/lib/router';
import { useSession } from '@/lib/session';
import { countQuery, usersQuery } from './api/get-users';
import { BulkBar, selectColumn } from './bulk-bar';
import { useColumnChoice } from './column-choice';
import { ColumnChooser } from './column-chooser';
import { filterFields } from './filter-fields';
import { useLostCursor } from './lost-cursor';
import { QueryBar, TenantBar } from './query-bar';
import { useRowKeys } from './row-keys';
import { useSelection } from './selection';
import css from './users.module.css';
import { UsersActs } from './users-acts';
import { type UsersColumn, usersColumns } from './users-columns';
import { UsersEmpty } from './users-empty';
import { isShort, totalWords, UsersFoot } from './users-foot';
import { UsersNoMatch } from './users-no-match';
import { IMPORT_HREF, isNarrowed, readUsersPlace, type UsersPlace, usersLink } from './users-place';
import { refusedFilter, UsersRefused } from './users-refused';

/** `createHref` leads to the dialog that creates a user, for those who may. */
export function UsersPage({ createHref }: { readonly createHref?: string }) {
  const session = useSession();
  const place = readUsersPlace(useLocation().query);
  const users = useLatest(usersQuery(place));
  const isRested = useRested(place.q ?? '') === (place.q ?? '');
  const total = useLatest<UserCount | undefined>(isRested ? countQuery(place) : nothing).data;
  const shown = useKept(users.data);
  const lost = useLostCursor(users.error?.slug, place);
  const choice = useColumnChoice(session.operator.id);
  const columns = usersColumns(session, place);
  const isShown = (column: UsersColumn) => column.always || choice.isShown(column.id, !column.extra);
  const chosen = columns.filter(isShown);
  const choosing = { columns, isShown, onChoose: choice.choose, onReset: choice.reset };
  const selection = useSelection(place);
  const rows = users.data?.items ?? shown?.items ?? [];
  const maySelect = bulkActs(session).length > 0;
  const drawn = maySelect ? [selectColumn(selection, rows), ...chosen] : chosen;
  useTitle(t('users.title'), session.app.name);
  useSpokenCount(isRested ? users.data : undefined, total, place);

  const failed = users.error && !users.data && users.error.slug !== 'cursor-invalid' ? users.error : undefined;
  const fields = filterFields(session);
  const refused = refusedFilter(failed, fields, place);
  const list = failed ? undefined : (users.data ?? shown);
  const none = users.data?.items.length === 0;
  const empty = none && !place.cursor && !isNarrowed(place);
  const noMatch = none && isNarrowed(place);
  const page = (cursor: string | null | undefined) => (cursor ? usersLink({ ...place, cursor }) : undefined);
  useRowKeys({ previous: page(users.data?.previous), next: page(users.data?.next) });

  return (
    <>
      <div className={layout.head}>
        <div className={layout.title}>
          <h1>{t('users.title')}</h1>
          {total && !empty && <Total total={total} />}
        </div>
        <UsersActs
          place={place}
          total={total}
          columns={list && !empty ? choosing : undefined}
          createHref={createHref}
        />
      </div>
      {!empty && (
        <QueryBar session={session} place={place}>
          <ColumnChooser {...choosing} />
        </QueryBar>
      )}
      {!empty && <BulkBar selection={selection} place={place} total={total} />}
      {empty && place.tenant && <TenantBar session={session} place={place} />}
      {lost.shown && (
        <div className={layout.bar}>
          <Note
            alert
            action={<IconButton icon="x" small tip={false} label={t('common.dismiss')} onClick={lost.dismiss} />}
          >
            {t('users.cursorInvalid')}
          </Note>
        </div>
      )}
      {!list && !failed && <TableSkeleton label={t('users.loading')} columns={drawn} />}
      {refused && <UsersRefused param={refused} fields={fields} place={place} />}
      {failed && !refused && (
        <FailedState title={t('users.error.title')} error={failed} app={session.app.name} onRetry={users.retry} />
      )}
      {list && empty && (
        <UsersEmpty
          app={session.app.name}
          tenant={place.tenant && session.tenantName(place.tenant)}
          createHref={createHref}
          importHref={session.can('users:import') ? IMPORT_HREF : undefined}
        />
      )}
      {list && noMatch && <UsersNoMatch place={place} fields={fields} further={page(users.data?.next)} />}
      {list && !empty && !noMatch && (
        <DataTable
          caption={t('users.caption', { order: t(`users.order.${place.sort}`) })}
          columns={drawn}
          rows={list.items}
          rowKey={(user) => user.id}
          cellsFrom={[session, drawn.map((column) => column.id).join(), selection.users, selection.all]}
          replacing={!users.data}
        />
      )}
      {!empty && !failed && !noMatch && <UsersFoot place={place} list={users.data} total={total} />}
    </>
  );
}

function Total({ total }: { readonly total: UserCount }) {
  const number = total.exact ? formatNumber(total.count) : t('users.count.atLeast', { count: total.count });
  return (
    <span className={css.count} title={totalWords(total)}>
      {number}
    </span>
  );
}

/** What is on its way for a place that has been left is no longer waited for. */
function useLatest<T>(query: Query<T>) {
  useEffect(() => () => abandon(query.key), [query.key]);
  return useQuery(query);
}

function useSpokenCount(list: UserList | undefined, total: UserCount | undefined, place: UsersPlace): void {
  useEffect(() => {
    if (!list) return;
    const words = [t('users.loaded', { count: list.items.length })];
    if (total) words.push(totalWords(total));
    if (isShort(list, place)) words.push(t('users.shortPage'));
    announce(words.join(', '));
  }, [list]);
}
