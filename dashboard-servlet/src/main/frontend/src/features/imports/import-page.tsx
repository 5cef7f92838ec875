import { useEffect, useRef, useState } from 'preact/compat';
import { Button, LinkButton } from '@/components/button';
import layout from '@/components/layout.module.css';
import { Note } from '@/components/note';
import { Panel, PanelBody } from '@/components/panel';
import { afterRender } from '@/lib/after-render';
import { toApiError } from '@/lib/api-error';
import type { ImportReport } from '@/lib/api-types';
import { defaultTenant } from '@/lib/default-tenant';
import { useTitle } from '@/lib/document-title';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import { invalidate } from '@/lib/query';
import type { Sending } from '@/lib/send-file';
import { type OperatorSession, useSession } from '@/lib/session';
import { type FieldErrors, useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { type ImportChoice, previewImport, runImport, typeOf } from './api/imports';
import { ImportForm } from './import-form';
import { forgetImport, importId } from './import-id';
import { ImportProgress } from './import-progress';
import { BrokenOff, Counts, Refused } from './import-report';
import css from './imports.module.css';
import { sizeMessage } from './size-messages';

type Step = 'preview' | 'run';

/** Users from a file: what would happen, then the import, then what became of it. */
export function ImportPage() {
  const session = useSession();
  const form = useRef<HTMLDivElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['file', 'tenant']);
  const [choice, setChoice] = useState<Partial<ImportChoice>>({});
  const [step, setStep] = useState<Step>('preview');
  const [report, setReport] = useState<ImportReport>();
  const [sent, setSent] = useState(0);
  const [running, setRunning] = useState<string>();
  const stop = useRef<AbortController>();
  useTitle(t('import.title'), session.app.name);
  useEffect(() => () => stop.current?.abort(), []);
  useKeptOpen(submit.busy);

  const change = (next: Partial<ImportChoice>) => {
    setChoice(next);
    setReport(undefined);
    setStep('preview');
    submit.mark('file', undefined);
  };

  const send = (next: Step) =>
    submit.run(found(choice, session), async () => {
      const { file, mode = 'create', tenant = defaultTenant(session.tenants), ignore } = choice;
      if (!file) return;
      const whole: ImportChoice = { file, mode, tenant, ignore: ignore?.trim() || undefined };
      const id = next === 'run' ? importId(whole) : undefined;
      const controller = new AbortController();
      const sending: Sending = { onSent: setSent, signal: controller.signal };
      stop.current = controller;
      setSent(0);
      setStep(next);
      setRunning(id);
      if (next === 'preview') setReport(undefined);
      try {
        const answer = id ? await runImport(id, whole, sending) : await previewImport(whole, sending);
        setReport(answer);
        if (id && answer.finished) forgetImport();
        announce(t(id ? 'import.done' : 'import.checked'));
        afterRender(() => result.current?.focus());
      } catch (cause) {
        const told = toApiError(cause, 'imports').problem.report;
        if (id) setReport(isReport(told) ? told : undefined);
        throw cause;
      } finally {
        setRunning(undefined);
        if (id) invalidate('users');
      }
    });

  const over = step === 'run' && report !== undefined && !submit.busy && !submit.failure;
  const previewed = step === 'preview' && report !== undefined && !submit.busy;
  const stopped = step === 'run' && submit.failure !== undefined && !submit.busy;
  const changes = report ? report.created + report.updated : 0;
  return (
    <>
      <nav className={layout.crumbs} aria-label={t('user.breadcrumb')}>
        <ol>
          <li>
            <a href="users">{t('users.title')}</a>
          </li>
        </ol>
      </nav>
      <div className={layout.head}>
        <h1>{t('import.title')}</h1>
      </div>
      <div className={css.body}>
        {!over && (
          <Panel id="file" title={t('import.file.title')}>
            <PanelBody>
              <div className={text.stack} ref={form}>
                <ImportForm choice={choice} errors={submit.errors} busy={submit.busy} onChange={change} />
                {!submit.busy && (
                  <div className={text.row}>
                    <Button tone={previewed ? 'normal' : 'primary'} onClick={() => void send('preview')}>
                      {t(previewed ? 'import.checkAgain' : 'import.check')}
                    </Button>
                  </div>
                )}
              </div>
            </PanelBody>
          </Panel>
        )}
        {submit.busy && <ImportProgress step={step} sent={sent} id={running} onStop={() => stop.current?.abort()} />}
        {submit.refusal && !submit.busy && (
          <Note
            tone="danger"
            alert
            action={stopped && <Button onClick={() => void send('run')}>{t('import.goOn')}</Button>}
          >
            {submit.refusal.slug === 'stopped' ? t('import.stopped') : errorMessage(submit.refusal, session.app.name)}
            {stopped && ` ${t('import.stays')}`}
          </Note>
        )}
        {report && !submit.busy && (
          <div className={text.stack} ref={result} tabIndex={-1}>
            <Panel id="result" title={t(step === 'run' ? 'import.report' : 'import.preview')}>
              <Counts report={report} preview={step === 'preview'} />
              <PanelBody>
                <div className={text.stack}>
                  {!submit.failure && <BrokenOff report={report} />}
                  {previewed && (
                    <div className={text.row}>
                      <Button tone="primary" disabled={changes === 0} onClick={() => void send('run')}>
                        {t('import.start', { count: changes })}
                      </Button>
                      {changes === 0 && <span className={text.muted}>{t('import.nothing')}</span>}
                    </div>
                  )}
                  {over && (
                    <div className={text.row}>
                      <LinkButton tone="primary" href="users">
                        {t('import.toUsers')}
                      </LinkButton>
                      <Button onClick={() => change({ ...choice, file: undefined })}>{t('import.another')}</Button>
                    </div>
                  )}
                </div>
              </PanelBody>
            </Panel>
            <Refused report={report} />
          </div>
        )}
      </div>
    </>
  );
}

const isReport = (value: unknown): value is ImportReport =>
  typeof value === 'object' && value !== null && 'refusals' in value;

/** What we see ourselves before a large file is sent. */
function found({ file, tenant }: Partial<ImportChoice>, { tenants, imports }: OperatorSession): FieldErrors {
  const bad = faultOf(file, imports?.maxBytes);
  const nowhere = !(tenant ?? defaultTenant(tenants));
  return { ...(bad ? { file: bad } : {}), ...(nowhere ? { tenant: t('tenants.choose.missing') } : {}) };
}

function faultOf(file: File | undefined, maxBytes = Number.POSITIVE_INFINITY): string | undefined {
  if (!file) return t('import.file.missing');
  if (!typeOf(file)) return t('import.file.unknown');
  if (file.size === 0) return t('import.file.empty');
  return file.size > maxBytes ? t('import.file.large', { size: sizeMessage(maxBytes) }) : undefined;
}

/** The browser asks before the page is closed: it is the page that sends the file. */
function useKeptOpen(busy: boolean): void {
  useEffect(() => {
    if (!busy) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [busy]);
}
