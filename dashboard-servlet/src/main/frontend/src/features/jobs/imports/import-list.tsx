import { useState } from 'preact/compat';
import { Pager } from '@/components/pager';
import { Status, type Tone } from '@/components/status';
import { DataTable, type TableColumn } from '@/components/table/data-table';
import table from '@/components/table/table.module.css';
import { Time } from '@/components/time';
import type { Import } from '@/lib/api-types';
import { formatNumber } from '@/lib/format';
import { named, t } from '@/lib/i18n';
import { useQuery } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { importsQuery } from './api/imports';

const TONES: Readonly<Record<string, Tone>> = {
  uploading: 'warn',
  checked: 'warn',
  finished: 'ok',
  stopped: 'danger',
};

export const stateMessage = (state: Import['state']) => named(`import.state.${state}`, state);

export function ImportState({ state }: { readonly state: Import['state'] }) {
  return <Status tone={TONES[state] ?? 'none'}>{stateMessage(state)}</Status>;
}

/** The imports that this operator may see, the newest first; nothing when there is none. */
export function ImportList() {
  const [cursor, setCursor] = useState<string>();
  const page = useQuery(importsQuery(cursor)).data;
  if (!page || page.items.length === 0) return null;
  const columns: readonly TableColumn<Import>[] = [
    {
      id: 'file',
      label: t('import.file'),
      small: 'main',
      cell: (job) => (
        <a className={table.name} href={linkTo(['imports', job.id])}>
          {job.file}
        </a>
      ),
    },
    {
      id: 'state',
      label: t('users.column.status'),
      width: 'status',
      small: 'end',
      cell: (job) => <ImportState state={job.state} />,
    },
    {
      id: 'created',
      label: t('import.created'),
      width: 'sm',
      kind: 'num',
      cell: (job) => done(job, job.report.created),
    },
    {
      id: 'updated',
      label: t('import.updated'),
      width: 'sm',
      kind: 'num',
      cell: (job) => done(job, job.report.updated),
    },
    {
      id: 'refused',
      label: t('import.refused'),
      width: 'sm',
      kind: 'num',
      cell: (job) => done(job, job.report.refused),
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
    <section aria-label={t('import.list')}>
      <DataTable caption={t('import.list')} columns={columns} rows={page.items} rowKey={(job) => job.id} />
      <Pager page={page} onTurn={setCursor} />
    </section>
  );
}

/** Before it is started, the report tells what would happen. */
function done(job: Import, count: number): string {
  const started = job.expectedRows !== undefined;
  return started ? formatNumber(count) : '';
}
