import { useEffect } from 'preact/compat';
import { Button } from '@/components/button';
import { Code } from '@/components/code';
import layout from '@/components/layout.module.css';
import { ActionButtons } from '@/components/panels/action-buttons';
import { rowColumns } from '@/components/panels/row-columns';
import { type Actions, useActions } from '@/components/panels/use-actions';
import { SplitView } from '@/components/split-view';
import { FailedState, StateView } from '@/components/state-view';
import { DataTable, TableSkeleton } from '@/components/table/data-table';
import { keyIn } from '@/lib/action';
import type { PageShape } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { useTitle } from '@/lib/document-title';
import { label, t } from '@/lib/i18n';
import { invalidate, usePlaceholderData, useQuery } from '@/lib/query';
import { navigate, useLocation } from '@/lib/router';
import { useSession } from '@/lib/session';
import { useAskedAction } from '@/lib/use-asked-action';
import { rowsQuery } from './api/get-rows';
import { isFiltered, narrowed, type PageLocation, pageLink, readPageLocation } from './page-location';
import { PagePagination } from './page-pagination';
import { PageSearch } from './page-search';
import css from './recipe-page.module.css';
import { RowPanel } from './row-panel';
import { useOpenRow } from './use-open-row';

type RecipePageProps = {
  readonly page: PageShape;
  /** The key of the row whose preview is open. */
  readonly open?: string;
};

/** A recipe's own page: a list with what can be done. An unknown kind says so. */
export function RecipePage({ page, open }: RecipePageProps) {
  const app = useSession().app.name;
  const title = label(page.title);
  useTitle(title, app);

  if (page.kind === 'table') return <TablePage page={page} title={title} app={app} open={open} />;
  return (
    <StateView title={title} art={page.icon} page>
      <p>{t('panel.unknown')}</p>
    </StateView>
  );
}

type TablePageProps = RecipePageProps & { readonly title: string; readonly app: string };

function TablePage({ page, title, app, open }: TablePageProps) {
  const { tenants } = useSession();
  const location = readPageLocation(useLocation().query, page.filters);
  const rows = useQuery(rowsQuery(page, location));
  const shown = usePlaceholderData(rows.data);
  const { preview } = page;
  const listHref = pageLink(page.id, location);
  const rowHref = (key: string) => pageLink(page.id, location, key);
  const openRow = useOpenRow(page, preview ? open : undefined, rowHref);
  const actions = useActions(
    ({ action, answer }) => {
      const key = keyIn(answer);
      if (preview && action === page.create && key !== undefined) navigate(rowHref(key));
      invalidate(page.data);
      invalidate('users');
    },
    preview ? rowHref : undefined,
  );
  const failed = rows.error && !rows.data ? rows.error : undefined;
  const list = failed ? undefined : (rows.data ?? shown);
  const empty = rows.data?.items.length === 0 && !location.cursor;
  const unused = empty && !location.q && !isFiltered(location, page.filters);
  const columns = rowColumns({
    columns: page.columns,
    rowActions: page.rowActions,
    run: actions,
    href: preview ? (row) => rowHref(row.key) : undefined,
    tenants: tenants.length > 1,
  });
  useAskedAction((name) => {
    const asked = name === 'create' ? page.create : page.actions[Number(name)];
    if (asked) actions.start(asked, { values: {}, name: title });
  });
  useFirstPage(failed?.slug === 'cursor-invalid', pageLink(page.id, narrowed(location, {})));

  return (
    <div className={layout.page}>
      <div className={layout.head}>
        <div className={layout.title}>
          <h1>{title}</h1>
        </div>
        {!unused && (
          <div className={layout.acts}>
            <ActionButtons actions={page.actions} target={{ values: {}, name: title }} run={actions} />
            <CreateButton page={page} title={title} actions={actions} />
          </div>
        )}
      </div>
      {!unused && (
        <div className={cx(openRow.shown !== undefined && css.beside)}>
          <PageSearch page={page} open={openRow.shown} location={location} />
        </div>
      )}
      {actions.failure && <div className={layout.bar}>{actions.failure}</div>}
      {list && unused ? (
        <StateView title={label(page.empty.title)} art={page.icon}>
          <p>{label(page.empty.text)}</p>
          {page.empty.code && <Code>{page.empty.code}</Code>}
          <CreateButton page={page} title={title} actions={actions} />
        </StateView>
      ) : (
        <SplitView
          open={openRow.shown}
          listHref={listHref}
          preview={
            preview &&
            openRow.shown !== undefined && (
              <RowPanel
                key={openRow.shown}
                page={page}
                shape={preview}
                row={openRow.shown}
                open={openRow}
                listHref={listHref}
                rowHref={rowHref}
              />
            )
          }
        >
          {!list && !failed && <TableSkeleton label={t('page.loading')} columns={columns} />}
          {failed && <FailedState title={t('page.error.title')} error={failed} app={app} onRetry={rows.retry} />}
          {list && empty && <NoMatch page={page} location={location} />}
          {list && !empty && (
            <>
              <DataTable
                caption={title}
                columns={columns}
                rows={list.items}
                rowKey={(row) => row.key}
                replacing={!rows.data}
                open={openRow.shown}
              />
              <PagePagination id={page.id} location={location} open={openRow.shown} rows={list} />
            </>
          )}
        </SplitView>
      )}
      {actions.dialog}
      {openRow.dialog}
    </div>
  );
}

type CreateButtonProps = { readonly page: PageShape; readonly title: string; readonly actions: Actions };

function CreateButton({ page: { create }, title, actions }: CreateButtonProps) {
  if (!create) return null;
  return (
    <Button
      tone={create.tone}
      icon={create.icon ?? 'plus'}
      onClick={() => actions.start(create, { values: {}, name: title })}
    >
      {label(create.label)}
    </Button>
  );
}

function NoMatch({ page, location }: { readonly page: PageShape; readonly location: PageLocation }) {
  const filtered = isFiltered(location, page.filters);
  return (
    <StateView title={t('page.noMatch.title')} art="search">
      <p>{location.q ? t('page.noMatch.text', { query: location.q }) : t('page.noMatch.filtered')}</p>
      <Button tone="primary" onClick={() => navigate(pageLink(page.id, {}))}>
        {t(filtered ? 'page.noMatch.showAll' : 'page.noMatch.clear')}
      </Button>
    </StateView>
  );
}

/** A cursor from an old link: the list starts anew. */
function useFirstPage(lost: boolean, href: string): void {
  useEffect(() => {
    if (lost) navigate(href, { replace: true });
  }, [lost, href]);
}
