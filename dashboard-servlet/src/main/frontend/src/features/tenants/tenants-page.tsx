import { useEffect, useState } from 'preact/compat';
import { Button, LinkButton } from '@/components/button';
import { SearchBox } from '@/components/form/search-box';
import layout from '@/components/layout.module.css';
import { Menu } from '@/components/overlay/menu';
import { SplitView } from '@/components/split-view';
import { FailedState, StateView } from '@/components/state-view';
import { DataTable, TableSkeleton } from '@/components/table/data-table';
import type { TenantPage } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import { usePlaceholderData, useQuery } from '@/lib/query';
import { navigate, useLocation } from '@/lib/router';
import { useSession } from '@/lib/session';
import { useAskedAction } from '@/lib/use-asked-action';
import text from '@/styles/text.module.css';
import { tenantsQuery } from './api/tenants';
import { CreateTenant } from './create-tenant';
import { RevokeAllSessions } from './revoke-all-sessions';
import { TenantPreview } from './tenant-preview';
import { tenantsColumns } from './tenants-columns';
import { readTenantsLocation, type TenantsLocation, tenantsLink } from './tenants-location';

/** The tenants by name, and beside them the one that is `open`. */
export function TenantsPage({ open }: { readonly open: string | undefined }) {
  const session = useSession();
  const location = readTenantsLocation(useLocation().query);
  const tenants = useQuery(tenantsQuery(location));
  const shown = usePlaceholderData(tenants.data);
  const [dialog, setDialog] = useState<'create' | 'everyone'>();
  const columns = tenantsColumns(location);
  const mayCreate = session.can('tenants:write') && session.operator.allTenants;
  useTitle(t('tenants.title'), session.app.name);
  useFirstPage(tenants.error?.slug, location);
  useSpokenCount(tenants.data);
  useAskedAction((name) => {
    if (name === 'create' && mayCreate) setDialog('create');
  });

  const failed = tenants.error && !tenants.data && tenants.error.slug !== 'cursor-invalid' ? tenants.error : undefined;
  const list = failed ? undefined : (tenants.data ?? shown);
  const close = () => setDialog(undefined);

  return (
    <>
      <div className={layout.head}>
        <h1>{t('tenants.title')}</h1>
        <div className={layout.acts}>
          {mayCreate && (
            <Button tone="primary" icon="plus" onClick={() => setDialog('create')}>
              {t('tenants.create')}
            </Button>
          )}
          {session.can('sessions:end-everyone') && (
            <Menu
              large
              label={t('user.moreActions')}
              items={[
                {
                  id: 'everyone',
                  label: t('tenants.everyone'),
                  icon: 'out',
                  danger: true,
                  onSelect: () => setDialog('everyone'),
                },
              ]}
            />
          )}
        </div>
      </div>
      <SearchBox
        label={t('tenants.search')}
        placeholder={t('tenants.search.hint')}
        value={location.q ?? ''}
        hrefOf={(q) => tenantsLink({ q }, open)}
      />
      <SplitView
        open={open}
        listHref={tenantsLink(location)}
        preview={open !== undefined && <TenantPreview key={open} id={open} location={location} />}
      >
        {!list && !failed && <TableSkeleton label={t('tenants.loading')} columns={columns} />}
        {failed && (
          <FailedState title={t('page.error.title')} error={failed} app={session.app.name} onRetry={tenants.retry} />
        )}
        {list && list.items.length === 0 && <NoMatch location={location} list={list} />}
        {list && list.items.length > 0 && (
          <DataTable
            caption={t('tenants.title')}
            columns={columns}
            rows={list.items}
            rowKey={(tenant) => tenant.id}
            replacing={!tenants.data}
            open={open}
          />
        )}
        {list && <Foot location={location} list={list} />}
      </SplitView>
      {dialog === 'create' && <CreateTenant onClose={close} />}
      {dialog === 'everyone' && <RevokeAllSessions onClose={close} />}
    </>
  );
}

/** Nothing found so far; where the search was cut off, it goes on with the next page. */
function NoMatch({ location, list }: { readonly location: TenantsLocation; readonly list: TenantPage }) {
  return (
    <StateView title={t('page.noMatch.title')} art="search">
      <p>{list.nextCursor ? t('tenants.noMatch.yet') : t('page.noMatch.text', { query: location.q })}</p>
      {list.nextCursor ? (
        <LinkButton tone="primary" href={tenantsLink({ ...location, cursor: list.nextCursor })}>
          {t('tenants.searchOn')}
        </LinkButton>
      ) : (
        <Button tone="primary" onClick={() => navigate(tenantsLink({}))}>
          {t('page.noMatch.clear')}
        </Button>
      )}
    </StateView>
  );
}

/** Only where there is more than one page. */
function Foot({ location, list }: { readonly location: TenantsLocation; readonly list: TenantPage }) {
  if (!list.nextCursor && !list.previousCursor) return null;
  const page = (cursor: string | null | undefined) => (cursor ? tenantsLink({ ...location, cursor }) : undefined);
  return (
    <div className={layout.foot}>
      <span className={text.num}>{t('tenants.loaded', { count: list.items.length })}</span>
      <nav className={layout.pager} aria-label={t('users.pages')}>
        <LinkButton small icon="left" href={page(list.previousCursor)}>
          {t('page.previous')}
        </LinkButton>
        <LinkButton small iconAfter="right" href={page(list.nextCursor)}>
          {t('page.next')}
        </LinkButton>
      </nav>
    </div>
  );
}

/** A cursor from an old link: the list starts anew. */
function useFirstPage(slug: string | undefined, { q }: TenantsLocation): void {
  useEffect(() => {
    if (slug === 'cursor-invalid') navigate(tenantsLink({ q }), { replace: true });
  }, [slug, q]);
}

function useSpokenCount(list: TenantPage | undefined): void {
  useEffect(() => {
    if (list) announce(t('tenants.loaded', { count: list.items.length }));
  }, [list]);
}
