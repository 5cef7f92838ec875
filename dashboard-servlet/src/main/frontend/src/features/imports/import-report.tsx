import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Facts, Panel } from '@/components/panel';
import { DataTable, type TableColumn } from '@/components/table/data-table';
import type { ImportReport } from '@/lib/api-types';
import { formatNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import { refusedCsv, saveFile } from './refused-csv';

const SHOWN = 50;

type Reason = { readonly key: string; readonly line: number; readonly field: string; readonly message: string };

/** How many became what, or would. */
export function Counts({ report, preview }: { readonly report: ImportReport; readonly preview: boolean }) {
  return (
    <Facts
      facts={[
        { label: t(preview ? 'import.willCreate' : 'import.created'), value: formatNumber(report.created) },
        { label: t(preview ? 'import.willUpdate' : 'import.updated'), value: formatNumber(report.updated) },
        { label: t('import.unchanged'), value: formatNumber(report.unchanged) },
        { label: t('import.refused'), value: formatNumber(report.refused) },
      ]}
    />
  );
}

export function BrokenOff({ report }: { readonly report: ImportReport }) {
  return report.finished ? null : <Note tone="warn">{t('import.brokenOff')}</Note>;
}

/** What was refused, and why; all that we were told of as a file. */
export function Refused({ report }: { readonly report: ImportReport }) {
  const reasons: readonly Reason[] = report.refusals.flatMap((row) =>
    row.reasons.map((reason, i) => ({ ...reason, key: `${row.line}.${i}`, line: row.line })),
  );
  if (reasons.length === 0) return null;
  const told = report.refusals.length;
  const head = [t('import.line'), t('import.field'), t('import.reason')];
  const columns: readonly TableColumn<Reason>[] = [
    { id: 'line', label: t('import.line'), width: 'num', small: 'main', cell: (row) => <Line line={row.line} /> },
    {
      id: 'field',
      label: t('import.field'),
      width: 'method',
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
  const notes = [
    reasons.length > SHOWN && t('import.firstShown', { count: SHOWN }),
    told < report.refused && t('import.firstTold', { count: told }),
  ].filter(Boolean);
  return (
    <Panel
      id="refused"
      title={t('import.refusedRows')}
      count={Math.max(report.refused, told)}
      acts={
        <Button
          small
          icon="download"
          onClick={() => saveFile('refused.csv', 'text/csv', refusedCsv(report.refusals, head))}
        >
          {t('import.download')}
        </Button>
      }
      foot={notes.length > 0 && notes.join(' ')}
    >
      <DataTable
        caption={t('import.refusedRows')}
        columns={columns}
        rows={reasons.slice(0, SHOWN)}
        rowKey={(row) => row.key}
        inside
      />
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
