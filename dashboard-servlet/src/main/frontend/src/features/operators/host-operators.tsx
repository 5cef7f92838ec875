import { Avatar } from '@/components/avatar';
import layout from '@/components/layout.module.css';
import { Note } from '@/components/note';
import { FailedState, StateView } from '@/components/state-view';
import { DataTable, type TableColumn, TableSkeleton } from '@/components/table/data-table';
import table from '@/components/table/table.module.css';
import { Time } from '@/components/time';
import type { AuditLog } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { disabledQuery, useQuery } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import { recentActsQuery } from './api/operators';
import css from './operators.module.css';

/** Somebody who has worked here, and when last. */
type Seen = { readonly id: string; readonly name: string; readonly at: string };

/** With a login of the host's there are no accounts: who worked here of late, as far as the audit log tells. */
export function HostOperators() {
  const { app, can } = useSession();
  const mayLook = can('audit:read');
  const acts = useQuery<AuditLog | undefined>(mayLook ? recentActsQuery : disabledQuery);
  useTitle(t('operators.title'), app.name);

  return (
    <>
      <div className={layout.head}>
        <h1>{t('operators.title')}</h1>
      </div>
      <div className={css.lead}>
        <Note>{t('operators.host', { app: app.name })}</Note>
        {mayLook && <h2>{t('operators.host.seen')}</h2>}
      </div>
      {mayLook && !acts.data && !acts.error && (
        <TableSkeleton label={t('operators.loading')} columns={columns()} rows={3} />
      )}
      {acts.error && !acts.data && (
        <FailedState title={t('page.error.title')} error={acts.error} app={app.name} onRetry={acts.retry} />
      )}
      {acts.data && <SeenList seen={seenIn(acts.data)} />}
    </>
  );
}

function SeenList({ seen }: { readonly seen: readonly Seen[] }) {
  if (seen.length === 0) {
    return (
      <StateView title={t('operators.host.none')} art="search">
        <p>{t('operators.host.none.text')}</p>
      </StateView>
    );
  }
  return <DataTable caption={t('operators.host.seen')} columns={columns()} rows={seen} rowKey={({ id }) => id} />;
}

function columns(): readonly TableColumn<Seen>[] {
  return [
    {
      id: 'operator',
      label: t('operators.column.operator'),
      small: 'main',
      cell: ({ id, name }) => (
        <div className={table.who}>
          <Avatar id={id} name={name} />
          <span className={table.whoText}>
            <a className={table.name} href={linkTo(['audit'], { actor: `operator:${id}` })} title={name}>
              {name}
            </a>
            {id !== name && <span className={table.line}>{id}</span>}
          </span>
        </div>
      ),
    },
    {
      id: 'at',
      label: t('operators.column.lastAct'),
      width: 'ago',
      kind: 'time',
      small: 'end',
      cell: ({ at }) => <Time at={at} as="ago" />,
    },
  ];
}

/** Each once, who acted last first. */
function seenIn({ items }: AuditLog): readonly Seen[] {
  const seen = new Map<string, Seen>();
  for (const { actor, at } of items) {
    if (actor.id && !seen.has(actor.id)) seen.set(actor.id, { id: actor.id, name: actor.name ?? actor.id, at });
  }
  return [...seen.values()];
}
