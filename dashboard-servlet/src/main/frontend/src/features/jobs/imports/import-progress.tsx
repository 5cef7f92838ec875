import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Panel, PanelBody } from '@/components/panel';
import type { Import } from '@/lib/api-types';
import { errorMessage } from '@/lib/error-messages';
import { formatNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import { upload as send, type Upload } from '@/lib/uploads';
import text from '@/styles/text.module.css';
import { FileField } from './import-form';
import css from './imports.module.css';
import { sizeMessage } from './size-messages';

type ImportProgressProps = { readonly job: Import; readonly upload: Upload | undefined };

/** How far it is: of the upload and the check by bytes, as nobody knows the rows yet; of the import by rows. */
export function ImportProgress({ job, upload }: ImportProgressProps) {
  const { share, words, stay } = progressOf(job, upload);
  return (
    <section className={text.stack} aria-label={t('import.progress')}>
      <progress className={css.bar} aria-label={t('import.progress')} max={1} value={share} />
      <p className={text.num}>{words}</p>
      <p className={text.muted}>{stay}</p>
    </section>
  );
}

function progressOf(job: Import, upload: Upload | undefined) {
  if (job.state === 'uploading') {
    const sent = upload?.sent ?? job.received;
    return {
      share: sent / job.bytes,
      words: t('import.uploading', { sent: sizeMessage(sent), size: sizeMessage(job.bytes) }),
      stay: t('import.uploading.stay'),
    };
  }
  if (job.state === 'checking') {
    const share = job.read / job.bytes;
    return {
      share,
      words: t('import.checking', { count: job.report.rows, percent: formatNumber(Math.floor(share * 100)) }),
      stay: t('import.checking.leave'),
    };
  }
  const expected = job.expectedRows ?? job.report.rows;
  return {
    share: expected > 0 ? job.report.rows / expected : 1,
    words: t('import.running', { rows: formatNumber(job.report.rows), count: expected }),
    stay: t('bulk.goesOn'),
  };
}

/** The rest of the file is to be sent: by this page, which has it, or by whoever chooses it again. */
export function UploadStopped({ job, upload }: ImportProgressProps) {
  const { app } = useSession();
  const [error, setError] = useState<string>();
  const came = t('import.broken', { sent: sizeMessage(job.received), size: sizeMessage(job.bytes) });
  if (!job.own) return <Note>{came}</Note>;
  if (upload?.error) {
    return (
      <Note
        tone="danger"
        alert
        action={<Button onClick={() => void send(job, upload.file)}>{t('import.goOn')}</Button>}
      >
        {errorMessage(upload.error, app.name)} {came}
      </Note>
    );
  }
  const choose = (file: File | undefined) => {
    if (!file) return;
    const same = file.name === job.file && file.size === job.bytes;
    setError(same ? undefined : t('import.otherFile', { file: job.file, size: sizeMessage(job.bytes) }));
    if (same) void send(job, file);
  };
  return (
    <Panel id="file" title={t('import.broken.title')}>
      <PanelBody>
        <div className={text.stack}>
          <p>
            {came} {t('import.broken.elsewhere')}
          </p>
          <FileField label={t('import.sameFile')} error={error} onChange={choose} />
        </div>
      </PanelBody>
    </Panel>
  );
}
