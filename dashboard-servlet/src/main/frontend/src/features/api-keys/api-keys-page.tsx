import { useEffect, useState } from 'preact/compat';
import { Button, LinkButton } from '@/components/button';
import { SearchBox } from '@/components/form/search-box';
import layout from '@/components/layout.module.css';
import { FailedState, StateView } from '@/components/state-view';
import { DataTable, TableSkeleton } from '@/components/table/data-table';
import type { ApiKey, ApiKeyPage, IssuedKey } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import { invalidate, usePlaceholderData, useQuery } from '@/lib/query';
import { navigate, useLocation } from '@/lib/router';
import { useSession } from '@/lib/session';
import { useAskedAction } from '@/lib/use-asked-action';
import text from '@/styles/text.module.css';
import { apiKeysQuery } from './api/api-keys';
import css from './api-keys.module.css';
import { apiKeysColumns } from './api-keys-columns';
import { type ApiKeysLocation, apiKeysLink, readApiKeysLocation } from './api-keys-location';
import { CreateApiKey } from './create-api-key';
import { NewSecret } from './new-secret';
import { RevokeApiKey } from './revoke-api-key';
import { RotateApiKey } from './rotate-api-key';

type Asked = 'create' | { readonly kind: 'rotate' | 'revoke'; readonly key: ApiKey };

/** The keys, the newest first, and the one that was just made. */
export function ApiKeysPage() {
  const { app, can } = useSession();
  const location = readApiKeysLocation(useLocation().query);
  const keys = useQuery(apiKeysQuery(location));
  const shown = usePlaceholderData(keys.data);
  const [asked, setAsked] = useState<Asked>();
  const [issued, setIssued] = useState<IssuedKey>();
  const mayWrite = can('api-keys:write');
  const columns = apiKeysColumns(mayWrite ? setAsked : undefined, app.name);
  useTitle(t('apiKeys.title'), app.name);
  useFirstPage(keys.error?.slug, location);
  useSpokenCount(keys.data);
  useAskedAction((name) => {
    if (name === 'create' && mayWrite) setAsked('create');
  });

  const failed = keys.error && !keys.data && keys.error.slug !== 'cursor-invalid' ? keys.error : undefined;
  const list = failed ? undefined : (keys.data ?? shown);
  const close = () => setAsked(undefined);
  const show = (made: IssuedKey) => {
    setIssued(made);
    close();
    invalidate('api-keys');
  };

  return (
    <>
      <div className={layout.head}>
        <h1>{t('apiKeys.title')}</h1>
        {mayWrite && (
          <div className={layout.acts}>
            <Button tone="primary" icon="plus" onClick={() => setAsked('create')}>
              {t('apiKeys.create')}
            </Button>
          </div>
        )}
        <p className={css.lead}>{t('apiKeys.lead')}</p>
      </div>
      {issued && <NewSecret issued={issued} onDone={() => setIssued(undefined)} />}
      <SearchBox
        label={t('apiKeys.search')}
        placeholder={t('apiKeys.search.hint')}
        value={location.q ?? ''}
        hrefOf={(q) => apiKeysLink({ q })}
      />
      {!list && !failed && <TableSkeleton label={t('apiKeys.loading')} columns={columns} />}
      {failed && <FailedState title={t('page.error.title')} error={failed} app={app.name} onRetry={keys.retry} />}
      {list && list.items.length === 0 && <Nothing query={location.q} />}
      {list && list.items.length > 0 && (
        <DataTable
          caption={t('apiKeys.title')}
          columns={columns}
          rows={list.items}
          rowKey={(key) => key.id}
          replacing={!keys.data}
        />
      )}
      {list && <Foot location={location} list={list} />}
      {asked === 'create' && list && <CreateApiKey givable={list.givable ?? []} onCreated={show} onClose={close} />}
      {asked && asked !== 'create' && asked.kind === 'rotate' && (
        <RotateApiKey apiKey={asked.key} onRotated={show} onClose={close} />
      )}
      {asked && asked !== 'create' && asked.kind === 'revoke' && <RevokeApiKey apiKey={asked.key} onClose={close} />}
    </>
  );
}

function Nothing({ query }: { readonly query: string | undefined }) {
  if (!query) {
    return (
      <StateView title={t('apiKeys.empty.title')} art="search">
        <p>{t('apiKeys.empty.text')}</p>
      </StateView>
    );
  }
  return (
    <StateView title={t('page.noMatch.title')} art="search">
      <p>{t('page.noMatch.text', { query })}</p>
      <Button tone="primary" onClick={() => navigate(apiKeysLink({}))}>
        {t('page.noMatch.clear')}
      </Button>
    </StateView>
  );
}

/** Only where there is more than one page. */
function Foot({ location, list }: { readonly location: ApiKeysLocation; readonly list: ApiKeyPage }) {
  if (!list.nextCursor && !list.previousCursor) return null;
  const page = (cursor: string | undefined) => (cursor ? apiKeysLink({ ...location, cursor }) : undefined);
  return (
    <div className={layout.foot}>
      <span className={text.num}>{t('apiKeys.loaded', { count: list.items.length })}</span>
      <nav className={layout.pager} aria-label={t('users.pages')}>
        <LinkButton small icon="left" href={page(list.previousCursor)}>
          {t('users.newer')}
        </LinkButton>
        <LinkButton small iconAfter="right" href={page(list.nextCursor)}>
          {t('users.older')}
        </LinkButton>
      </nav>
    </div>
  );
}

/** A cursor from an old link: the list starts anew. */
function useFirstPage(slug: string | undefined, { q }: ApiKeysLocation): void {
  useEffect(() => {
    if (slug === 'cursor-invalid') navigate(apiKeysLink({ q }), { replace: true });
  }, [slug, q]);
}

function useSpokenCount(list: ApiKeyPage | undefined): void {
  useEffect(() => {
    if (list) announce(t('apiKeys.loaded', { count: list.items.length }));
  }, [list]);
}
