import { useEffect, useState } from 'preact/compat';
import { IconButton, LinkButton } from '@/components/button';
import { DataTable, TableSkeleton } from '@/components/data-table';
import layout from '@/components/layout.module.css';
import { Note } from '@/components/note';
import { Select } from '@/components/select';
import { FailedState } from '@/components/state-view';
import type { UserList } from '@/lib/contract';
import { useTitle } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import { useKept, useQuery } from '@/lib/query';
import { navigate, useLocation } from '@/lib/router';
import { type OperatorSession, useSession } from '@/lib/session';
import { usersQuery } from './api/get-users';
import { usersColumns } from './users-columns';
import { UsersEmpty } from './users-empty';
import { UsersFoot } from './users-foot';
import { changed, readUsersPlace, type UsersPlace, usersLink } from './users-place';

/** `createHref` leads to the dialog that creates a user, for those who may. */
export function UsersPage({ createHref }: { readonly createHref?: string }) {
  const session = useSession();
  const place = readUsersPlace(useLocation().query);
  const users = useQuery(usersQuery(place));
  const shown = useKept(users.data);
  const lost = useLostCursor(users.error?.slug, place);
  const columns = usersColumns(session, place);
  useTitle(t('users.title'), session.app.name);
  useSpokenCount(users.data);

  const failed = users.error && !users.data && users.error.slug !== 'cursor-invalid' ? users.error : undefined;
  const list = failed ? undefined : (users.data ?? shown);
  const empty = users.data?.items.length === 0 && !place.cursor;

  return (
    <>
      <div className={layout.head}>
        <h1>{t('users.title')}</h1>
        {createHref && (
          <div className={layout.acts}>
            <LinkButton tone="primary" icon="plus" href={createHref}>
              {t('create.title')}
            </LinkButton>
          </div>
        )}
      </div>
      <TenantBar session={session} place={place} />
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
      {!list && !failed && <TableSkeleton label={t('users.loading')} columns={columns} />}
      {failed && (
        <FailedState title={t('users.error.title')} error={failed} app={session.app.name} onRetry={users.retry} />
      )}
      {list && empty && <UsersEmpty app={session.app.name} tenant={place.tenant && session.tenantName(place.tenant)} />}
      {list && !empty && (
        <DataTable
          caption={place.sort === '-joined' ? t('users.caption.newest') : t('users.caption.oldest')}
          columns={columns}
          rows={list.items}
          rowKey={(user) => user.id}
          replacing={!users.data}
        />
      )}
      {!empty && !failed && <UsersFoot place={place} list={users.data} />}
    </>
  );
}

function TenantBar({ session, place }: { readonly session: OperatorSession; readonly place: UsersPlace }) {
  if (session.tenants.length < 2) return null;
  const all = { id: '', label: t('users.allTenants') };
  return (
    <div className={layout.bar}>
      <Select
        label={t('users.tenant')}
        value={place.tenant ?? ''}
        options={[all, ...session.tenants.map((tenant) => ({ id: tenant.id, label: tenant.name }))]}
        onChange={(tenant) => navigate(usersLink(changed(place, { tenant: tenant || undefined })))}
      />
    </div>
  );
}

/** A cursor the server no longer knows: the list starts anew, and says so until the operator moves on. */
function useLostCursor(slug: string | undefined, place: UsersPlace) {
  const [at, setAt] = useState<string>();
  const here = usersLink(place);
  const start = usersLink(changed(place, {}));

  useEffect(() => {
    if (slug !== 'cursor-invalid') return;
    setAt(start);
    navigate(start, { replace: true });
  }, [slug, start]);

  useEffect(() => {
    if (at !== undefined && at !== here) setAt(undefined);
  }, [here]);

  return { shown: at === here, dismiss: () => setAt(undefined) };
}

function useSpokenCount(list: UserList | undefined): void {
  useEffect(() => {
    if (list) announce(t('users.loaded', { count: list.items.length }));
  }, [list]);
}
