import { useEffect, useState } from 'preact/compat';
import { Button } from '@/components/button';
import type { ImportReport } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import { importProgress } from './api/imports';
import css from './imports.module.css';

const AGAIN_MS = 1_000;

type ImportProgressProps = {
  readonly step: 'preview' | 'run';
  /** How much of the file is on its way, from 0 to 1. */
  readonly sent: number;
  /** Of the import that runs; a preview has none. */
  readonly id: string | undefined;
  readonly onStop: () => void;
};

/** The server reads the file as it comes, so what is sent tells how far it is, nearly. */
export function ImportProgress({ step, sent, id, onStop }: ImportProgressProps) {
  const done = useWatched(id);
  return (
    <section className={text.stack} aria-label={t('import.progress')}>
      <progress className={css.bar} aria-label={t('import.progress')} max={1} value={sent} />
      <p className={text.num} role="status">
        {t(step === 'run' ? 'import.running' : 'import.checking')}
        {done && ` ${t('import.rowsDone', { count: done.rows })}`}
      </p>
      {step === 'run' && <p className={text.muted}>{t('import.stay')}</p>}
      <div className={text.row}>
        <Button onClick={onStop}>{t('import.stop')}</Button>
      </div>
    </section>
  );
}

/** Asks again as long as it runs. What fails here is not worth a word: the import itself will tell. */
function useWatched(id: string | undefined): ImportReport | undefined {
  const [report, setReport] = useState<ImportReport>();
  useEffect(() => {
    setReport(undefined);
    if (!id) return undefined;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = () => {
      timer = setTimeout(() => {
        importProgress(id, controller.signal)
          .then(setReport, () => undefined)
          .finally(() => !controller.signal.aborted && ask());
      }, AGAIN_MS);
    };
    ask();
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [id]);
  return report;
}
