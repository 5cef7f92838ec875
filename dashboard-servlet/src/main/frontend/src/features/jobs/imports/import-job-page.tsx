import { useEffect, useRef } from 'preact/compat';
import { Button, LinkButton } from '@/components/button';
import layout from '@/components/layout.module.css';
import { Note } from '@/components/note';
import { Panel, PanelBody } from '@/components/panel';
import { FailedState, Loading } from '@/components/state-view';
import { Time } from '@/components/time';
import { afterRender } from '@/lib/after-render';
import type { Import } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import { invalidate, useQuery } from '@/lib/query';
import { navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import { dropUpload, useUpload } from '@/lib/uploads';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { changeImport, discardImport, importQuery } from './api/imports';
import { CheckAgain } from './check-again';
import { ImportState, stateMessage } from './import-list';
import { ImportProgress, UploadStopped } from './import-progress';
import { BrokenOff, Counts, Kept, Refused } from './import-report';
import css from './imports.module.css';

const AGAIN_MS = 1_000;
/** Of an upload that somebody else may be at. */
const AGAIN_UPLOAD_MS = 5_000;

/** One import, from its upload to its report. It goes on by itself, and the page can be left and come back to. */
export function ImportJobPage({ id }: { readonly id: string }) {
  const session = useSession();
  const query = useQuery(importQuery(id));
  const job = query.data;
  const result = useRef<HTMLDivElement>(null);
  useTitle(job?.file ?? t('import.title'), session.app.name);
  useWatched(job, query.fetching, query.retry, result);

  return (
    <>
      <nav className={layout.crumbs} aria-label={t('user.breadcrumb')}>
        <ol>
          <li>
            <a href="jobs">{t('bulk.jobs')}</a>
          </li>
        </ol>
      </nav>
      <div className={layout.head}>
        <div className={layout.title}>
          <h1 className={text.anywhere}>{job ? t('import.of', { file: job.file }) : t('import.title')}</h1>
          {job && <ImportState state={job.state} />}
        </div>
      </div>
      {!job && !query.error && <Loading label={t('import.loading')}>{null}</Loading>}
      {!job && query.error && (
        <FailedState title={t('page.error.title')} error={query.error} app={session.app.name} onRetry={query.retry} />
      )}
      {job && (
        <div className={css.body} ref={result} tabIndex={-1}>
          <Body job={job} />
          <p className={text.muted}>
            {t('import.uploadedBy', { operator: job.operator })} <Time at={job.createdAt} as="ago" />
          </p>
        </div>
      )}
    </>
  );
}

function Body({ job }: { readonly job: Import }) {
  const active = useUpload(job.id);
  const over = job.state === 'finished' || job.state === 'cancelled' || job.state === 'stopped';
  const checked = job.state === 'checked';
  const stopped = job.state === 'uploading' && (!active || active.error !== undefined);
  return (
    <>
      {!over && !checked && !stopped && <ImportProgress job={job} upload={active} />}
      {stopped && <UploadStopped job={job} upload={active} />}
      {job.reason && (
        <Note tone={checked ? 'danger' : 'warn'} alert>
          {job.reason}
          {over && ` ${t('import.stays')}`}
        </Note>
      )}
      {job.state === 'cancelled' && <Note>{t('import.cancelled')}</Note>}
      {(over || (checked && !job.reason)) && (
        <Panel id="result" title={t(checked ? 'import.preview' : 'import.report')}>
          <Counts report={job.report} preview={checked} />
          <PanelBody>
            <div className={text.stack}>
              {(checked || job.state === 'finished') && <BrokenOff report={job.report} />}
              <Kept report={job.report} />
              {over ? <After /> : <Acts job={job} />}
            </div>
          </PanelBody>
        </Panel>
      )}
      {((!over && !checked) || (checked && job.reason)) && <Acts job={job} />}
      {checked && job.own && <CheckAgain key={job.id} job={job} />}
      {job.report.refused > 0 && <Refused job={job} />}
    </>
  );
}

/** What can be done about it now. */
function Acts({ job }: { readonly job: Import }) {
  const { app } = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, []);
  const changes = job.report.created + job.report.updated;
  const startable = job.state === 'checked' && !job.reason && job.own;
  const run = (act: () => Promise<unknown>) =>
    submit.run({}, async () => {
      await act();
      invalidate('imports');
    });
  const discard = async () => {
    await discardImport(job.id);
    dropUpload(job.id);
    announce(t('import.discarded'));
    navigate('imports');
  };
  return (
    <div className={text.stack} ref={form}>
      {submit.refusal && (
        <Note tone="danger" alert>
          {errorMessage(submit.refusal, app.name)}
        </Note>
      )}
      <div className={text.row}>
        {startable && (
          <Button
            tone="primary"
            disabled={changes === 0}
            busy={submit.busy && t('common.working')}
            onClick={() => void run(() => changeImport(job.id, 'start'))}
          >
            {t('import.start', { count: changes })}
          </Button>
        )}
        {job.state === 'running' ? (
          <Button
            tone="danger"
            busy={submit.busy && t('common.working')}
            onClick={() => void run(() => changeImport(job.id, 'cancel'))}
          >
            {t('import.cancel')}
          </Button>
        ) : (
          <Button onClick={() => void run(discard)}>{t('import.discard')}</Button>
        )}
        {startable && changes === 0 && <span className={text.muted}>{t('import.nothing')}</span>}
      </div>
    </div>
  );
}

function After() {
  return (
    <div className={text.row}>
      <LinkButton tone="primary" href="users">
        {t('import.toUsers')}
      </LinkButton>
      <LinkButton href="imports">{t('import.another')}</LinkButton>
    </div>
  );
}

/** Asks again as long as something happens; says so when it changes, and keeps the focus where a button went. */
function useWatched(
  job: Import | undefined,
  fetching: boolean,
  again: () => void,
  result: { readonly current: HTMLElement | null },
): void {
  const state = job?.state;
  const before = useRef(state);
  useEffect(() => {
    const works = state === 'checking' || state === 'running';
    if ((!works && state !== 'uploading') || fetching) return undefined;
    const timer = setTimeout(again, works ? AGAIN_MS : AGAIN_UPLOAD_MS);
    return () => clearTimeout(timer);
  }, [state, fetching]);
  useEffect(() => {
    const changed = before.current !== undefined && before.current !== state;
    before.current = state;
    if (!changed || !state) return;
    announce(stateMessage(state));
    if (state === 'finished' || state === 'cancelled' || state === 'stopped') invalidate('users');
    afterRender(() => {
      if (document.activeElement === document.body || document.activeElement === null) result.current?.focus();
    });
  }, [state]);
}
