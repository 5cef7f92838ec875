import { useEffect } from 'preact/compat';
import { Pager } from '@/components/pager';
import { Status, type Tone } from '@/components/status';
import { DataTable, type TableColumn } from '@/components/table/data-table';
import table from '@/components/table/table.module.css';
import { Time } from '@/components/time';
import type { Import, ImportPage } from '@/lib/api-types';
import { formatNumber } from '@/lib/format';
import { named, t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';

const AGAIN_MS = 2_000;

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

type ImportListProps = {
  readonly page: ImportPage;
  readonly onTurn: (cursor: string | undefined) => void;
  /** Asks for the page again, as long as something happens. */
  readonly again: () => void;
};

/** The imports that this operator may see, the newest first. */
export function ImportList({ page, onTurn, again }: ImportListProps) {
  const works = page.items.some((job) => job.state === 'checking' || job.state === 'running');
  useEffect(() => {
    if (!works) return undefined;
    const timer = setTimeout(again, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [page, works]);
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
      id: 'rows',
      label: t('import.rows'),
      width: 'md',
      kind: 'num',
      small: 'line',
      labelled: true,
      cell: rowsMessage,
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
    { id: 'by', label: t('import.by'), width: 'md', small: 'line', cell: (job) => job.operator },
    {
      id: 'at',
      label: t('import.at'),
      width: 'ago',
      kind: 'time',
      small: 'end2',
      cell: (job) => <Time at={job.createdAt} as="ago" />,
    },
  ];
  return (
    <section aria-label={t('import.list')}>
      <DataTable caption={t('import.list')} columns={columns} rows={page.items} rowKey={(job) => job.id} />
      <Pager page={page} onTurn={onTurn} />
    </section>
  );
}

/** How far it is: of as many as the check found. */
function rowsMessage({ state, report, expectedRows }: Import): string {
  if (state === 'uploading') return '';
  const rows = formatNumber(report.rows);
  return state === 'running' && expectedRows !== undefined ? t('import.rows.of', { rows, count: expectedRows }) : rows;
}

/** Before it is started, the report tells what would happen. */
function done(job: Import, count: number): string {
  return job.expectedRows === undefined ? '' : formatNumber(count);
}
