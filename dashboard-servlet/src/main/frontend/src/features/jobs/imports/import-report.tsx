import { useEffect, useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Pager } from '@/components/pager';
import { Facts, Panel } from '@/components/panel';
import { DataTable, type TableColumn } from '@/components/table/data-table';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Import, ImportRefusal, ImportReport } from '@/lib/api-types';
import { errorMessage } from '@/lib/error-messages';
import { formatNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import { invalidate, usePlaceholderData, useQuery } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { allRefusals, refusalsQuery } from './api/imports';
import { refusedCsv, saveFile } from './refused-csv';

/** As many reasons as the server keeps. */
const KEPT = 10_000;

/** How many became what, or would. */
export function Counts({ report, preview }: { readonly report: ImportReport; readonly preview: boolean }) {
  const { suspended, activated } = report.notes;
  return (
    <Facts
      facts={[
        { label: t(preview ? 'import.willCreate' : 'import.created'), value: formatNumber(report.created) },
        { label: t(preview ? 'import.willUpdate' : 'import.updated'), value: formatNumber(report.updated) },
        ...(suspended > 0
          ? [{ label: t(preview ? 'import.willSuspend' : 'import.suspended'), value: formatNumber(suspended) }]
          : []),
        ...(activated > 0
          ? [{ label: t(preview ? 'import.willActivate' : 'import.activated'), value: formatNumber(activated) }]
          : []),
        { label: t('import.unchanged'), value: formatNumber(report.unchanged) },
        { label: t('import.refused'), value: formatNumber(report.refused) },
      ]}
    />
  );
}

/** What rows say of people who are here, and stays as it is. */
export function Kept({ report }: { readonly report: ImportReport }) {
  const { passwordHashKept, joinedAtKept, lastSeenAtKept } = report.notes;
  const lines = [
    passwordHashKept > 0 && t('import.kept.passwordHash', { count: passwordHashKept }),
    joinedAtKept > 0 && t('import.kept.joinedAt', { count: joinedAtKept }),
    lastSeenAtKept > 0 && t('import.kept.lastSeenAt', { count: lastSeenAtKept }),
  ].filter((line) => line !== false);
  return lines.length === 0 ? null : (
    <Note>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Note>
  );
}

export function BrokenOff({ report }: { readonly report: ImportReport }) {
  return report.finished ? null : <Note tone="warn">{t('import.brokenOff')}</Note>;
}

/** What is refused, and why, page by page; all that is kept as a file. */
export function Refused({ job }: { readonly job: Import }) {
  const { app } = useSession();
  const [cursor, setCursor] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const { data, error: unread } = useQuery(refusalsQuery(job.id, cursor));
  const page = usePlaceholderData(data);
  const failure = error ?? unread;
  const seen = useRef(job);
  useEffect(() => {
    if (seen.current.state !== job.state) setCursor(undefined);
    if (seen.current !== job) invalidate(linkTo(['imports', job.id, 'refusals']));
    seen.current = job;
  }, [job.state, job.report.refused]);
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const head = [t('import.line'), t('import.field'), t('import.reason')];
      saveFile('refused.csv', 'text/csv', refusedCsv(await allRefusals(job.id), head));
    } catch (cause) {
      setError(toApiError(cause, 'imports'));
    } finally {
      setBusy(false);
    }
  };
  const columns: readonly TableColumn<ImportRefusal>[] = [
    { id: 'line', label: t('import.line'), width: 'xs', small: 'main', cell: (row) => <Line line={row.line} /> },
    {
      id: 'field',
      label: t('import.field'),
      width: 'lg',
      small: 'line',
      cell: (row) => <span className={text.mono}>{row.field}</span>,
    },
    {
      id: 'why',
      label: t('import.reason'),
      small: 'line',
      cell: (row) => <span className={text.anywhere}>{row.message}</span>,
    },
  ];
  return (
    <Panel
      id="refused"
      title={t('import.refusedRows')}
      count={job.report.refused}
      acts={
        <Button small icon="download" busy={busy && t('common.working')} onClick={() => void save()}>
          {t('import.download')}
        </Button>
      }
      foot={job.report.refused > KEPT && t('import.firstKept', { count: KEPT })}
    >
      {failure && <Note tone="danger">{errorMessage(failure, app.name)}</Note>}
      {page && (
        <DataTable
          caption={t('import.refusedRows')}
          columns={columns}
          rows={page.items}
          rowKey={(row) => `${row.line}.${row.field}.${row.code}.${row.message}`}
          inside
        />
      )}
      <Pager page={page} onTurn={setCursor} />
    </Panel>
  );
}

function Line({ line }: { readonly line: number }) {
  return (
    <>
      <span className={text.onlySmall}>{t('import.line')} </span>
      <span className={text.num}>{formatNumber(line)}</span>
    </>
  );
}
