import { useEffect, useState } from 'preact/compat';
import { Button, LinkButton } from '@/components/button';
import { DataTable, TableSkeleton } from '@/components/data-table';
import layout from '@/components/layout.module.css';
import { Menu } from '@/components/menu';
import { SearchBox } from '@/components/search-box';
import { Split } from '@/components/split';
import { FailedState, StateView } from '@/components/state-view';
import type { TenantList } from '@/lib/contract';
import { useTitle } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import { useKept, useQuery } from '@/lib/query';
import { navigate, useLocation } from '@/lib/router';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { tenantsQuery } from './api/tenants';
import { CreateTenant } from './create-tenant';
import { EndEveryone } from './end-everyone';
import { TenantPreview } from './tenant-preview';
import { tenantsColumns } from './tenants-columns';
import { readTenantsPlace, type TenantsPlace, tenantsLink } from './tenants-place';

/** The tenants by name, and beside them the one that is `open`. */
export function TenantsPage({ open }: { readonly open: string | undefined }) {
  const session = useSession();
  const place = readTenantsPlace(useLocation().query);
  const tenants = useQuery(tenantsQuery(place));
  const shown = useKept(tenants.data);
  const [dialog, setDialog] = useState<'create' | 'everyone'>();
  const columns = tenantsColumns(place);
  const mayCreate = session.can('tenants:write') && session.operator.allTenants;
  useTitle(t('tenants.title'), session.app.name);
  useFirstPage(tenants.error?.slug, place);
  useSpokenCount(tenants.data);

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
        value={place.q ?? ''}
        hrefOf={(q) => tenantsLink({ q }, open)}
      />
      <Split
        open={open}
        listHref={tenantsLink(place)}
        preview={open !== undefined && <TenantPreview key={open} id={open} place={place} />}
      >
        {!list && !failed && <TableSkeleton label={t('tenants.loading')} columns={columns} />}
        {failed && (
          <FailedState title={t('page.error.title')} error={failed} app={session.app.name} onRetry={tenants.retry} />
        )}
        {list && list.items.length === 0 && <NoMatch place={place} list={list} />}
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
        {list && <Foot place={place} list={list} />}
      </Split>
      {dialog === 'create' && <CreateTenant onClose={close} />}
      {dialog === 'everyone' && <EndEveryone onClose={close} />}
    </>
  );
}

/** Nothing found so far; where the search was cut off, it goes on with the next page. */
function NoMatch({ place, list }: { readonly place: TenantsPlace; readonly list: TenantList }) {
  return (
    <StateView title={t('page.noMatch.title')} art="search">
      <p>{list.next ? t('tenants.noMatch.yet') : t('page.noMatch.text', { query: place.q })}</p>
      {list.next ? (
        <LinkButton tone="primary" href={tenantsLink({ ...place, cursor: list.next })}>
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
function Foot({ place, list }: { readonly place: TenantsPlace; readonly list: TenantList }) {
  if (!list.next && !list.previous) return null;
  const page = (cursor: string | null | undefined) => (cursor ? tenantsLink({ ...place, cursor }) : undefined);
  return (
    <div className={layout.foot}>
      <span className={text.num}>{t('tenants.loaded', { count: list.items.length })}</span>
      <nav className={layout.pager} aria-label={t('users.pages')}>
        <LinkButton small icon="left" href={page(list.previous)}>
          {t('page.previous')}
        </LinkButton>
        <LinkButton small iconAfter="right" href={page(list.next)}>
          {t('page.next')}
        </LinkButton>
      </nav>
    </div>
  );
}

/** A cursor from an old link: the list starts anew. */
function useFirstPage(slug: string | undefined, { q }: TenantsPlace): void {
  useEffect(() => {
    if (slug === 'cursor-invalid') navigate(tenantsLink({ q }), { replace: true });
  }, [slug, q]);
}

function useSpokenCount(list: TenantList | undefined): void {
  useEffect(() => {
    if (list) announce(t('tenants.loaded', { count: list.items.length }));
  }, [list]);
}
