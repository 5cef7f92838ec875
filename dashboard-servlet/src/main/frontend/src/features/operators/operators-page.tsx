import { useEffect, useState } from 'preact/compat';
import { Button, LinkButton } from '@/components/button';
import { SearchBox } from '@/components/form/search-box';
import { Select } from '@/components/form/select';
import layout from '@/components/layout.module.css';
import { SplitView } from '@/components/split-view';
import { FailedState, StateView } from '@/components/state-view';
import { DataTable, TableSkeleton } from '@/components/table/data-table';
import type { OperatorPage } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import { presetName } from '@/lib/preset';
import { usePlaceholderData, useQuery } from '@/lib/query';
import { navigate, useLocation } from '@/lib/router';
import { useSession } from '@/lib/session';
import { useAskedAction } from '@/lib/use-asked-action';
import text from '@/styles/text.module.css';
import { operatorsQuery } from './api/operators';
import { presetsQuery } from './api/presets';
import { InviteOperator } from './invite-operator';
import { OperatorPreview } from './operator-preview';
import { operatorsColumns } from './operators-columns';
import { narrowed, type OperatorsLocation, operatorsLink, readOperatorsLocation } from './operators-location';
import { OperatorsTabs } from './operators-tabs';

/** Who works here, by name, and beside them the one who is `open`. */
export function OperatorsPage({ open }: { readonly open: string | undefined }) {
  const session = useSession();
  const location = readOperatorsLocation(useLocation().query);
  const operators = useQuery(operatorsQuery(location));
  const shown = usePlaceholderData(operators.data);
  const [inviting, setInviting] = useState(false);
  const columns = operatorsColumns(session, location);
  const mayInvite = session.can('operators:write');
  useTitle(t('operators.title'), session.app.name);
  useFirstPage(operators.error?.slug, location);
  useSpokenCount(operators.data);
  useAskedAction((name) => {
    if (name === 'invite' && mayInvite) setInviting(true);
  });

  const failed =
    operators.error && !operators.data && operators.error.slug !== 'cursor-invalid' ? operators.error : undefined;
  const list = failed ? undefined : (operators.data ?? shown);

  return (
    <>
      <div className={layout.head}>
        <h1>{t('operators.title')}</h1>
        {mayInvite && (
          <div className={layout.acts}>
            <Button tone="primary" icon="plus" onClick={() => setInviting(true)}>
              {t('operators.invite')}
            </Button>
          </div>
        )}
      </div>
      <OperatorsTabs current="operators" />
      <SearchBox
        label={t('operators.search')}
        placeholder={t('operators.search.hint')}
        value={location.q ?? ''}
        hrefOf={(q) => operatorsLink(narrowed(location, { q: q || undefined }), open)}
      >
        <Filters location={location} open={open} />
      </SearchBox>
      <SplitView
        open={open}
        listHref={operatorsLink(location)}
        preview={open !== undefined && <OperatorPreview key={open} id={open} location={location} />}
      >
        {!list && !failed && <TableSkeleton label={t('operators.loading')} columns={columns} rows={4} />}
        {failed && (
          <FailedState title={t('page.error.title')} error={failed} app={session.app.name} onRetry={operators.retry} />
        )}
        {list && list.items.length === 0 && <NoMatch />}
        {list && list.items.length > 0 && (
          <DataTable
            caption={t('operators.title')}
            columns={columns}
            rows={list.items}
            rowKey={(operator) => operator.id}
            replacing={!operators.data}
            open={open}
          />
        )}
        {list && <Foot location={location} list={list} />}
      </SplitView>
      {inviting && <InviteOperator onClose={() => setInviting(false)} />}
    </>
  );
}

type FiltersProps = { readonly location: OperatorsLocation; readonly open: string | undefined };

function Filters({ location, open }: FiltersProps) {
  const presets = useQuery(presetsQuery).data?.presets ?? [];
  const set = (change: Partial<OperatorsLocation>) => navigate(operatorsLink(narrowed(location, change), open));
  const any = { id: '', label: t('operators.status.any') };
  const statuses = (['active', 'invited', 'disabled'] as const).map((id) => ({ id, label: t(`status.${id}`) }));
  return (
    <>
      <Select
        label={t('users.column.status')}
        value={location.status ?? ''}
        options={[any, ...statuses]}
        onChange={(status) => set({ status: status || undefined })}
      />
      <Select
        label={t('operators.column.preset')}
        value={location.preset ?? ''}
        options={[
          { id: '', label: t('operators.preset.any') },
          ...presets.map(({ preset }) => ({ id: preset.id, label: presetName(preset) })),
        ]}
        onChange={(preset) => set({ preset: preset || undefined })}
      />
    </>
  );
}

function NoMatch() {
  return (
    <StateView title={t('page.noMatch.title')} art="search">
      <p>{t('operators.noMatch')}</p>
      <Button tone="primary" onClick={() => navigate(operatorsLink({}))}>
        {t('operators.showAll')}
      </Button>
    </StateView>
  );
}

function Foot({ location, list }: { readonly location: OperatorsLocation; readonly list: OperatorPage }) {
  const page = (cursor: string | undefined) => (cursor ? operatorsLink({ ...location, cursor }) : undefined);
  return (
    <div className={layout.foot}>
      <span className={text.num}>{t('operators.count', { count: list.count })}</span>
      {(list.nextCursor || list.previousCursor) && (
        <nav className={layout.pager} aria-label={t('users.pages')}>
          <LinkButton small icon="left" href={page(list.previousCursor)}>
            {t('page.previous')}
          </LinkButton>
          <LinkButton small iconAfter="right" href={page(list.nextCursor)}>
            {t('page.next')}
          </LinkButton>
        </nav>
      )}
    </div>
  );
}

/** A cursor from an old link: the list starts anew. */
function useFirstPage(slug: string | undefined, location: OperatorsLocation): void {
  useEffect(() => {
    if (slug === 'cursor-invalid') navigate(operatorsLink(narrowed(location, {})), { replace: true });
  }, [slug]);
}

function useSpokenCount(list: OperatorPage | undefined): void {
  useEffect(() => {
    if (list) announce(t('operators.count', { count: list.count }));
  }, [list]);
}
