import { useEffect, useState } from 'preact/compat';
import { Button, LinkButton } from '@/components/button';
import layout from '@/components/layout.module.css';
import { Note } from '@/components/note';
import { Pager } from '@/components/pager';
import { FailedState, Loading } from '@/components/state-view';
import { Status } from '@/components/status';
import { DataTable, type TableColumn } from '@/components/table/data-table';
import table from '@/components/table/table.module.css';
import { Time } from '@/components/time';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Job, Refusal } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { errorMessage } from '@/lib/error-messages';
import { named, t } from '@/lib/i18n';
import { actionLabel, changeJob, jobQuery, jobUsersLink, refusalsQuery } from '@/lib/jobs';
import { announce } from '@/lib/notify';
import { invalidate, useQuery } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { JobRequest } from './job-request';
import css from './jobs.module.css';

const AGAIN_MS = 1_000;

/** How far a job is, what can be done about it, and to whom it couldn't be done. */
export function JobPage({ id }: { readonly id: string }) {
  const session = useSession();
  const query = useQuery(jobQuery(id));
  const job = query.data;
  const title = job ? actionLabel(session, job.action) : t('bulk.job');
  useTitle(title, session.app.name);
  useWatched(job, query.fetching, query.retry);

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
          <h1>{title}</h1>
          {job && <JobState state={job.state} />}
        </div>
        {job?.changeable && <Acts job={job} />}
      </div>
      {!job && !query.error && <Loading label={t('bulk.loading')}>{null}</Loading>}
      {!job && query.error && (
        <FailedState title={t('page.error.title')} error={query.error} app={session.app.name} onRetry={query.retry} />
      )}
      {job && (
        <div className={css.body}>
          <Progress job={job} />
          {job.reason && <Note tone="warn">{job.reason}</Note>}
          {job.request && <JobRequest job={job} request={job.request} />}
          {job.refused > 0 && <Refusals job={job} />}
        </div>
      )}
    </>
  );
}

export function JobState({ state }: { readonly state: string }) {
  const tone = state === 'finished' ? 'ok' : state === 'stopped' ? 'danger' : state === 'paused' ? 'warn' : 'none';
  return <Status tone={tone}>{named(`bulk.state.${state}`, state)}</Status>;
}

/** Asks again as long as it runs; says so when it is over. */
function useWatched(job: Job | undefined, fetching: boolean, again: () => void): void {
  const state = job?.state;
  useEffect(() => {
    if (state !== 'running' || fetching) return undefined;
    const timer = setTimeout(again, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [state, fetching]);
  useEffect(() => {
    if (state && state !== 'running') announce(named(`bulk.state.${state}`, state));
    if (state === 'finished') invalidate('users');
  }, [state]);
}

function Acts({ job }: { readonly job: Job }) {
  const { app } = useSession();
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<ApiError>();
  const run = async (action: 'pause' | 'resume' | 'cancel') => {
    setBusy(action);
    setError(undefined);
    try {
      await changeJob(job.id, action);
    } catch (cause) {
      setError(toApiError(cause, job.id));
    } finally {
      setBusy(undefined);
      invalidate('jobs');
    }
  };
  const turn = job.state === 'paused' ? 'resume' : 'pause';
  return (
    <div className={layout.acts}>
      {error && <span role="alert">{errorMessage(error, app.name)}</span>}
      <Button busy={busy === turn && t('common.working')} onClick={() => void run(turn)}>
        {t(turn === 'resume' ? 'bulk.resume' : 'bulk.pause')}
      </Button>
      <Button tone="danger" busy={busy === 'cancel' && t('common.working')} onClick={() => void run('cancel')}>
        {t('bulk.cancel')}
      </Button>
    </div>
  );
}

function Progress({ job }: { readonly job: Job }) {
  const reached = job.done + job.unchanged + job.refused;
  const most = Math.max(reached, job.expected.number, 1);
  const over = job.state === 'finished' || job.state === 'cancelled' || job.state === 'stopped';
  return (
    <>
      <progress
        className={css.bar}
        aria-label={t('bulk.progress')}
        max={most}
        value={job.state === 'finished' ? most : reached}
      />
      <p className={text.num}>
        {[
          wordsFor('bulk.done', job, job.done),
          ...(job.unchanged > 0 ? [wordsFor('bulk.unchanged', job, job.unchanged)] : []),
          ...(job.refused > 0 ? [t('bulk.refused', { count: job.refused })] : []),
        ].join(', ')}
        {!over && ` · ${t(job.expected.exact ? 'bulk.of' : 'bulk.of.atLeast', { count: job.expected.number })}`}
      </p>
      <p className={text.muted}>
        {t('bulk.startedBy', { operator: job.operator })} · <Time at={job.createdAt} as="ago" />
      </p>
      {job.state === 'running' && <p className={text.muted}>{t('bulk.goesOn')}</p>}
    </>
  );
}

/** The words of the action itself, where it has some. */
function wordsFor(what: 'bulk.done' | 'bulk.unchanged', { action }: Job, count: number): string {
  return named(`${what}.${action}`, '', { count }) || t(what, { count });
}

function Refusals({ job }: { readonly job: Job }) {
  const [cursor, setCursor] = useState<string>();
  const page = useQuery(refusalsQuery(job.id, cursor)).data;
  const columns: readonly TableColumn<Refusal>[] = [
    {
      id: 'user',
      label: t('users.column.user'),
      small: 'main',
      cell: (refusal) =>
        refusal.name ? (
          <a className={table.name} href={linkTo(['users', refusal.user])}>
            {refusal.name}
          </a>
        ) : (
          <span className={text.mono}>{refusal.user}</span>
        ),
    },
    { id: 'why', label: t('bulk.reason'), small: 'line', cell: (refusal) => refusal.reason },
  ];
  return (
    <section aria-labelledby="refusals">
      <div className={text.row}>
        <h2 id="refusals">{t('bulk.refusals')}</h2>
        <span className={text.push} />
        <LinkButton small href={jobUsersLink(job.id, 'refused', true)}>
          {t('bulk.selectRefused')}
        </LinkButton>
      </div>
      {page && (
        <DataTable
          caption={t('bulk.refusals')}
          columns={columns}
          rows={page.items}
          rowKey={(refusal) => refusal.user}
          inside
        />
      )}
      <Pager page={page} onTurn={setCursor} />
    </section>
  );
}
