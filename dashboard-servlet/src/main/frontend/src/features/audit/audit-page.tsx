import { useEffect } from 'preact/compat';
import { Button, IconButton, LinkButton } from '@/components/button';
import { ExportButton } from '@/components/export-button';
import layout from '@/components/layout.module.css';
import { Note } from '@/components/note';
import { FailedState, StateView } from '@/components/state-view';
import { DataTable, TableSkeleton } from '@/components/table/data-table';
import type { AuditEvent, AuditLog } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import { disabledQuery, usePlaceholderData, useQuery } from '@/lib/query';
import { navigate, useLocation } from '@/lib/router';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { auditQuery, eventQuery } from './api/audit';
import { auditColumns } from './audit-columns';
import { AuditFilters } from './audit-filters';
import { type AuditLocation, auditLink, exportPath, isFiltered, readAuditLocation } from './audit-location';
import { EventDetail } from './event-detail';

const FORMATS = [
  { id: 'csv', label: 'audit.export.csv' },
  { id: 'jsonl', label: 'audit.export.jsonl' },
] as const;

/** What happened, newest first; the event that is `open` shows all of itself in place. */
export function AuditPage({ open }: { readonly open: string | undefined }) {
  const session = useSession();
  const location = readAuditLocation(useLocation().query);
  const events = useQuery(auditQuery(location));
  const shown = usePlaceholderData(events.data);
  const columns = auditColumns(session, location, open);
  useTitle(t('audit.title'), session.app.name);
  useFirstPage(events.error?.slug, location);
  useSpokenCount(events.data);

  const failed = events.error && !events.data && events.error.slug !== 'cursor-invalid' ? events.error : undefined;
  const list = failed ? undefined : (events.data ?? shown);
  const linked = useLinked(open, events.data);
  const rows = linked.event && list ? [linked.event, ...list.items] : (list?.items ?? []);

  return (
    <>
      <div className={layout.head}>
        <div className={layout.title}>
          <h1>{t('audit.title')}</h1>
          {list && <span className={text.faint}>{keptWords(list)}</span>}
        </div>
        {session.can('audit:export') && (
          <ExportButton
            words={t('audit.export')}
            formats={FORMATS.map(({ id, label }) => ({ id, label: t(label), path: () => exportPath(location, id) }))}
            started={t('audit.export.started')}
          />
        )}
      </div>
      <AuditFilters location={location} events={rows} />
      {linked.gone && (
        <div className={layout.bar}>
          <Note
            alert
            action={
              <IconButton
                icon="x"
                small
                tip={false}
                label={t('common.dismiss')}
                onClick={() => navigate(auditLink(location), { replace: true })}
              />
            }
          >
            {t('audit.gone')}
          </Note>
        </div>
      )}
      {!list && !failed && <TableSkeleton label={t('audit.loading')} columns={columns} />}
      {failed && (
        <FailedState title={t('page.error.title')} error={failed} app={session.app.name} onRetry={events.retry} />
      )}
      {list && rows.length === 0 && <NoEvents location={location} list={list} />}
      {rows.length > 0 && (
        <DataTable
          caption={t('audit.caption')}
          columns={columns}
          rows={rows}
          rowKey={(event) => event.id}
          replacing={!events.data}
          open={open}
          detail={(event) => <EventDetail event={event} />}
        />
      )}
      {list && rows.length > 0 && <Foot location={location} list={list} />}
    </>
  );
}

function keptWords({ keptDays }: AuditLog): string {
  return typeof keptDays === 'number' ? t('audit.kept', { count: keptDays }) : t('audit.keptForEver');
}

type ListProps = { readonly location: AuditLocation; readonly list: AuditLog };

/** Nothing, or nothing among those that were looked at: then it goes on with the next page. */
function NoEvents({ location, list }: ListProps) {
  if (list.nextCursor) {
    return (
      <StateView title={t('audit.noMatch.title')} art="search">
        <p>{t('audit.noMatch.yet')}</p>
        <LinkButton tone="primary" href={auditLink({ ...location, cursor: list.nextCursor })}>
          {t('audit.noMatch.on')}
        </LinkButton>
      </StateView>
    );
  }
  if (isFiltered(location)) {
    return (
      <StateView title={t('audit.noMatch.title')} art="search">
        <p>{t('audit.noMatch.text')}</p>
        <Button tone="primary" onClick={() => navigate(auditLink({}))}>
          {t('audit.noMatch.clear')}
        </Button>
      </StateView>
    );
  }
  return (
    <StateView title={t('audit.empty.title')} art="audit">
      <p>{t('audit.empty.text')}</p>
    </StateView>
  );
}

function Foot({ location, list }: ListProps) {
  const page = (cursor: string | null | undefined) => (cursor ? auditLink({ ...location, cursor }) : undefined);
  return (
    <div className={layout.foot}>
      <span className={text.num}>{t('audit.loaded', { count: list.items.length })}</span>
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

/** The event of a link that isn't on this page of the list is asked for by itself. */
function useLinked(open: string | undefined, list: AuditLog | undefined) {
  const missing = open !== undefined && list !== undefined && !list.items.some(({ id }) => id === open);
  const { data, error } = useQuery<AuditEvent | undefined>(missing ? eventQuery(open) : disabledQuery);
  return { event: missing ? data : undefined, gone: missing && error?.slug === 'not-found' };
}

/** A cursor from an old link: the list starts anew. */
function useFirstPage(slug: string | undefined, location: AuditLocation): void {
  const start = auditLink({ ...location, cursor: undefined });

  useEffect(() => {
    if (slug === 'cursor-invalid') navigate(start, { replace: true });
  }, [slug, start]);
}

function useSpokenCount(list: AuditLog | undefined): void {
  useEffect(() => {
    if (list) announce(t('audit.loaded', { count: list.items.length }));
  }, [list]);
}
