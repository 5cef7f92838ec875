import { useEffect, useRef } from 'preact/compat';
import { Button } from '@/components/button';
import { Code } from '@/components/code';
import { DataTable, TableSkeleton } from '@/components/data-table';
import layout from '@/components/layout.module.css';
import { toneOf } from '@/components/panels/action-buttons';
import { rowColumns } from '@/components/panels/row-columns';
import { type Actions, useActions } from '@/components/panels/use-actions';
import { FailedState, StateView } from '@/components/state-view';
import type { Page } from '@/lib/contract';
import { useTitle } from '@/lib/document-title';
import { label, t } from '@/lib/i18n';
import { invalidate, useKept, useQuery } from '@/lib/query';
import { useRefocus } from '@/lib/refocus';
import { navigate, useLocation } from '@/lib/router';
import { useSession } from '@/lib/session';
import { rowsQuery } from './api/get-rows';
import { PageFoot } from './page-foot';
import { pageLink, readPagePlace } from './page-place';
import { PageSearch } from './page-search';

/** A recipe's own page: a list with what can be done. An unknown kind says so. */
export function RecipePage({ page }: { readonly page: Page }) {
  const app = useSession().app.name;
  const title = label(page.title);
  useTitle(title, app);

  if (page.kind === 'table') return <TablePage page={page} title={title} app={app} />;
  return (
    <StateView title={title} art={page.icon} page>
      <p>{t('panel.unknown')}</p>
    </StateView>
  );
}

type TablePageProps = { readonly page: Page; readonly title: string; readonly app: string };

function TablePage({ page, title, app }: TablePageProps) {
  const place = readPagePlace(useLocation().query);
  const rows = useQuery(rowsQuery(page, place));
  const shown = useKept(rows.data);
  const body = useRef<HTMLDivElement>(null);
  const actions = useActions(() => {
    invalidate(page.data);
    invalidate('users');
  });
  const failed = rows.error && !rows.data ? rows.error : undefined;
  const list = failed ? undefined : (rows.data ?? shown);
  const empty = rows.data?.items.length === 0 && !place.cursor;
  const unused = empty && !place.q;
  const refocus = useRefocus(body, 'td button', list?.items.length ?? 0);
  const columns = rowColumns({
    columns: page.columns,
    rowActions: page.rowActions,
    run: actions,
    onStart: (row) => refocus(list?.items.indexOf(row) ?? 0),
  });
  useFirstPage(failed?.slug === 'cursor-invalid', page.id, place.q);

  return (
    <div ref={body} className={layout.page}>
      <div className={layout.head}>
        <h1>{title}</h1>
        {!unused && (
          <div className={layout.acts}>
            <CreateButton page={page} title={title} actions={actions} />
          </div>
        )}
      </div>
      {page.search && !unused && <PageSearch id={page.id} value={place.q ?? ''} placeholder={label(page.search)} />}
      {actions.failure && <div className={layout.bar}>{actions.failure}</div>}
      {!list && !failed && <TableSkeleton label={t('page.loading')} columns={columns} />}
      {failed && <FailedState title={t('page.error.title')} error={failed} app={app} onRetry={rows.retry} />}
      {list && empty && place.q && <NoMatch id={page.id} q={place.q} />}
      {list && unused && (
        <StateView title={label(page.empty.title)} art={page.icon}>
          <p>{label(page.empty.text)}</p>
          {page.empty.code && <Code>{page.empty.code}</Code>}
          <CreateButton page={page} title={title} actions={actions} />
        </StateView>
      )}
      {list && !empty && (
        <>
          <DataTable
            caption={title}
            columns={columns}
            rows={list.items}
            rowKey={(row) => row.key}
            replacing={!rows.data}
          />
          <PageFoot id={page.id} place={place} rows={list} />
        </>
      )}
      {actions.dialog}
    </div>
  );
}

type CreateButtonProps = { readonly page: Page; readonly title: string; readonly actions: Actions };

function CreateButton({ page: { create }, title, actions }: CreateButtonProps) {
  if (!create) return null;
  return (
    <Button
      tone={toneOf(create.tone)}
      icon={create.icon ?? 'plus'}
      onClick={() => actions.start(create, { values: {}, name: title })}
    >
      {label(create.label)}
    </Button>
  );
}

function NoMatch({ id, q }: { readonly id: string; readonly q: string }) {
  return (
    <StateView title={t('page.noMatch.title')} art="search">
      <p>{t('page.noMatch.text', { query: q })}</p>
      <Button tone="primary" onClick={() => navigate(pageLink(id, {}))}>
        {t('page.noMatch.clear')}
      </Button>
    </StateView>
  );
}

/** A cursor from an old link: the list starts anew. */
function useFirstPage(lost: boolean, id: string, q: string | undefined): void {
  useEffect(() => {
    if (lost) navigate(pageLink(id, { q }), { replace: true });
  }, [lost, id, q]);
}
