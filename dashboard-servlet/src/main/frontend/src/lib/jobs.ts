import { getJson, sendJson } from '@/lib/api-client';
import type { DryRun, DryRunBody, Job, JobPage, RefusalPage, StartBody } from '@/lib/api-types';
import { label, named, t } from '@/lib/i18n';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';
import type { OperatorSession } from '@/lib/session';

/** What can be done to many users, and what it looks like. */
export type OfferedBulkAction = {
  readonly action: string;
  readonly label: string;
  readonly icon: string;
  readonly danger?: boolean;
  /** Whether it is done tenant by tenant. */
  readonly perTenant?: boolean;
  /** What is chosen is called. */
  readonly valuesLabel?: string;
  /** Where what there is to choose from comes from. */
  readonly options?: string;
};

/** What this operator may do, the harmless first. */
export function bulkActions(session: OperatorSession): readonly OfferedBulkAction[] {
  const write = session.can('users:write');
  const offered = session.bulkActions.map((action) => ({
    ...action,
    label: label(action.label),
    valuesLabel: label(action.valuesLabel) || undefined,
  }));
  return [
    ...offered,
    ...(session.can('sessions:end') ? [own('end-sessions', 'out')] : []),
    ...(write ? [own('activate', 'check'), own('suspend', 'pause')] : []),
    ...(session.can('users:delete') ? [{ ...own('delete', 'trash'), danger: true }] : []),
  ];
}

type OwnBulkAction = 'suspend' | 'activate' | 'end-sessions' | 'delete';

const own = (action: OwnBulkAction, icon: string): OfferedBulkAction => ({
  action,
  icon,
  label: t(`bulk.action.${action}`),
});

/** What a job does; a recipe's action by its label, if the recipe is still there. */
export function actionLabel(session: Pick<OperatorSession, 'bulkActions'>, action: string): string {
  const offered = session.bulkActions.find((offer) => offer.action === action);
  return offered ? label(offered.label) : named(`bulk.action.${action}`, action);
}

export function startJob(action: string, query: Readonly<Record<string, string | undefined>>, body: StartBody) {
  return sendJson<Job>('POST', linkTo(['jobs', action], query), body);
}

/** What it would come to. Nothing is written, and what was kept of an earlier look is out of date at once. */
export function dryRunQuery(query: Readonly<Record<string, string | undefined>>, body: DryRunBody): Query<DryRun> {
  const path = linkTo(['jobs', 'dry-run'], query);
  return { key: `jobs/dry-run ${path} ${JSON.stringify(body)}`, load: () => sendJson<DryRun>('POST', path, body) };
}

/** Those users of a job, as the list shows them. */
export function jobUsersLink(id: string, part: 'named' | 'done' | 'refused', chosen = false): string {
  return linkTo(['users'], { job: `${part}:${id}`, chosen: chosen ? 'all' : undefined });
}

export function changeJob(id: string, action: 'pause' | 'resume' | 'cancel') {
  return sendJson<Job>('POST', linkTo(['jobs', id, action]));
}

export function jobsQuery(cursor: string | undefined): Query<JobPage> {
  const path = linkTo(['jobs'], { cursor });
  return { key: path, load: (signal) => getJson<JobPage>(path, signal) };
}

export function jobQuery(id: string): Query<Job> {
  const path = linkTo(['jobs', id]);
  return { key: path, load: (signal) => getJson<Job>(path, signal) };
}

export function refusalsQuery(id: string, cursor: string | undefined): Query<RefusalPage> {
  const path = linkTo(['jobs', id, 'refusals'], { cursor });
  return { key: path, load: (signal) => getJson<RefusalPage>(path, signal) };
}
