import { useState } from 'preact/compat';
import layout from '@/components/layout.module.css';
import { Pager } from '@/components/pager';
import { FailedState, StateView } from '@/components/state-view';
import { DataTable, type TableColumn, TableSkeleton } from '@/components/table/data-table';
import table from '@/components/table/table.module.css';
import { Time } from '@/components/time';
import type { ImportPage, Job } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { formatNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import { actionLabel, jobsQuery } from '@/lib/jobs';
import { disabledQuery, usePlaceholderData, useQuery } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import { importsQuery } from './imports/api/imports';
import { ImportList } from './imports/import-list';
import { JobState } from './job-page';

/** The jobs, the newest first. */
export function JobsPage() {
  const session = useSession();
  const [cursor, setCursor] = useState<string>();
  const jobs = useQuery(jobsQuery(cursor));
  const [importsCursor, setImportsCursor] = useState<string>();
  const mayImport = session.can('users:import');
  const imports = useQuery<ImportPage | undefined>(mayImport ? importsQuery(importsCursor) : disabledQuery);
  const jobsShown = usePlaceholderData(jobs.data);
  const importsShown = usePlaceholderData(imports.data);
  const failed = jobs.error ?? imports.error;
  const ready = jobsShown !== undefined && (importsShown !== undefined || !mayImport);
  const anyImport = importsShown !== undefined && importsShown.items.length > 0;
  useTitle(t('bulk.jobs'), session.app.name);
  const columns: readonly TableColumn<Job>[] = [
    {
      id: 'action',
      label: t('bulk.job'),
      small: 'main',
      cell: (job) => (
        <a className={table.name} href={linkTo(['jobs', job.id])}>
          {actionLabel(session, job.action)}
        </a>
      ),
    },
    {
      id: 'state',
      label: t('users.column.status'),
      width: 'status',
      small: 'end',
      cell: (job) => <JobState state={job.state} />,
    },
    { id: 'done', label: t('bulk.column.done'), width: 'sm', kind: 'num', cell: (job) => formatNumber(job.done) },
    {
      id: 'refused',
      label: t('bulk.column.refused'),
      width: 'sm',
      kind: 'num',
      cell: (job) => formatNumber(job.refused),
    },
    { id: 'by', label: t('bulk.column.by'), width: 'md', small: 'line', cell: (job) => job.operator },
    {
      id: 'at',
      label: t('bulk.column.at'),
      width: 'ago',
      kind: 'time',
      small: 'end2',
      cell: (job) => <Time at={job.createdAt} as="ago" />,
    },
  ];
  return (
    <>
      <div className={layout.head}>
        <h1>{t('bulk.jobs')}</h1>
      </div>
      {!ready && !failed && <TableSkeleton label={t('bulk.loading')} columns={columns} rows={4} />}
      {failed && (
        <FailedState
          title={t('page.error.title')}
          error={failed}
          app={session.app.name}
          onRetry={() => {
            jobs.retry();
            imports.retry();
          }}
        />
      )}
      {ready && anyImport && <ImportList page={importsShown} onTurn={setImportsCursor} again={imports.retry} />}
      {ready && jobsShown.items.length === 0 && !anyImport && (
        <StateView title={t('bulk.none')} art="search">
          <p>{t('bulk.none.text')}</p>
        </StateView>
      )}
      {ready && jobsShown.items.length > 0 && (
        <section aria-label={t('bulk.jobs')}>
          <DataTable caption={t('bulk.jobs')} columns={columns} rows={jobsShown.items} rowKey={(job) => job.id} />
          <Pager page={jobsShown} onTurn={setCursor} />
        </section>
      )}
    </>
  );
}
