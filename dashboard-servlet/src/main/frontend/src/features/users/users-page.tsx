import { useEffect } from 'preact/compat';
import { IconButton } from '@/components/button';
import layout from '@/components/layout.module.css';
import { Note } from '@/components/note';
import { FailedState } from '@/components/state-view';
import { DataTable, TableSkeleton } from '@/components/table/data-table';
import type { UserCount, UserPage } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { formatNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import { bulkActions } from '@/lib/jobs';
import { announce } from '@/lib/notify';
import { cancelQuery, disabledQuery, type Query, usePlaceholderData, useQuery } from '@/lib/query';
import { useLocation } from '@/lib/router';
import { useSession } from '@/lib/session';
import { useDebouncedValue } from '@/lib/use-debounced-value';
import { countQuery, usersQuery } from './api/get-users';
import { BulkBar, selectColumn } from './bulk-bar';
import bulk from './bulk-bar.module.css';
import { useColumnChoice } from './column-choice';
import { ColumnChooser } from './column-chooser';
import { filterFields } from './filter-fields';
import { NoResults } from './no-results';
import { QueryBar, TenantBar } from './query-bar';
import { useSelection } from './selection';
import { useInvalidCursor } from './use-invalid-cursor';
import { useRowKeys } from './use-row-keys';
import css from './users.module.css';
import { type UsersColumn, usersColumns } from './users-columns';
import { UsersEmpty } from './users-empty';
import { IMPORT_HREF, isNarrowed, readUsersLocation, type UsersLocation, usersLink } from './users-location';
import { isShort, totalLabel, UsersPagination } from './users-pagination';
import { refusedFilter, UsersRefused } from './users-refused';
import { UsersToolbar } from './users-toolbar';

/** `createHref` leads to the dialog that creates a user, for those who may. */
export function UsersPage({ createHref }: { readonly createHref?: string }) {
  const session = useSession();
  const location = readUsersLocation(useLocation().query);
  const users = useLatest(usersQuery(location));
  const isRested = useDebouncedValue(location.q ?? '') === (location.q ?? '');
  const total = useLatest<UserCount | undefined>(isRested ? countQuery(location) : disabledQuery).data;
  const shown = usePlaceholderData(users.data);
  const lost = useInvalidCursor(users.error?.slug, location);
  const choice = useColumnChoice(session.operator.id);
  const columns = usersColumns(session, location);
  const isShown = (column: UsersColumn) => column.always || choice.isShown(column.id, !column.extra);
  const chosen = columns.filter(isShown);
  const choosing = { columns, isShown, onChoose: choice.choose, onReset: choice.reset };
  const selection = useSelection(location);
  const rows = users.data?.items ?? shown?.items ?? [];
  const maySelect = bulkActions(session).length > 0;
  const drawn = maySelect ? [selectColumn(selection, rows), ...chosen] : chosen;
  useTitle(t('users.title'), session.app.name);
  useSpokenCount(isRested ? users.data : undefined, total, location);

  const failed = users.error && !users.data && users.error.slug !== 'cursor-invalid' ? users.error : undefined;
  const fields = filterFields(session);
  const refused = refusedFilter(failed, fields, location);
  const list = failed ? undefined : (users.data ?? shown);
  const none = users.data?.items.length === 0;
  const empty = none && !location.cursor && !isNarrowed(location);
  const noMatch = none && isNarrowed(location);
  const page = (cursor: string | null | undefined) => (cursor ? usersLink({ ...location, cursor }) : undefined);
  useRowKeys({
    previous: page(users.data?.previousCursor),
    next: page(users.data?.nextCursor),
    onSelect: maySelect ? (id, range) => selection.turn(rows, id, range) : undefined,
    onClear: selection.all || selection.users.size > 0 ? selection.clear : undefined,
  });

  return (
    <>
      <div className={layout.head}>
        <div className={layout.title}>
          <h1>{t('users.title')}</h1>
          {total && !empty && <Total total={total} />}
        </div>
        <UsersToolbar
          location={location}
          total={total}
          columns={list && !empty ? choosing : undefined}
          createHref={createHref}
        />
      </div>
      {!empty && (
        <QueryBar session={session} location={location}>
          <ColumnChooser {...choosing} />
        </QueryBar>
      )}
      {empty && location.tenant && <TenantBar session={session} location={location} />}
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
      {refused && <UsersRefused param={refused} fields={fields} location={location} />}
      {failed && !refused && (
        <FailedState title={t('users.error.title')} error={failed} app={session.app.name} onRetry={users.retry} />
      )}
      {list && empty && (
        <UsersEmpty
          app={session.app.name}
          tenant={location.tenant && session.tenantName(location.tenant)}
          createHref={createHref}
          signUpPage={session.app.signUpPage ?? undefined}
          importHref={session.can('users:import') ? IMPORT_HREF : undefined}
        />
      )}
      {list && noMatch && <NoResults location={location} fields={fields} further={page(users.data?.nextCursor)} />}
      {list && !empty && !noMatch && (
        <DataTable
          caption={t('users.caption', { order: t(`users.order.${location.sort}`) })}
          columns={drawn}
          rows={list.items}
          rowKey={(user) => user.id}
          cellsFrom={[session, drawn.map((column) => column.id).join(), selection.users, selection.all]}
          replacing={!users.data}
        />
      )}
      {!empty && !failed && !noMatch && (
        <div className={bulk.bottom}>
          <BulkBar selection={selection} location={location} total={total} />
          <UsersPagination location={location} list={users.data} total={total} />
        </div>
      )}
    </>
  );
}

function Total({ total }: { readonly total: UserCount }) {
  const number = total.exact ? formatNumber(total.count) : t('users.count.atLeast', { count: total.count });
  return (
    <span className={css.count} title={totalLabel(total)}>
      {number}
    </span>
  );
}

/** What is on its way for a place that has been left is no longer waited for. */
function useLatest<T>(query: Query<T>) {
  useEffect(() => () => cancelQuery(query.key), [query.key]);
  return useQuery(query);
}

function useSpokenCount(list: UserPage | undefined, total: UserCount | undefined, location: UsersLocation): void {
  useEffect(() => {
    if (!list) return;
    const words = [t('users.loaded', { count: list.items.length })];
    if (total) words.push(totalLabel(total));
    if (isShort(list, location)) words.push(t('users.shortPage'));
    announce(words.join(', '));
  }, [list]);
}
