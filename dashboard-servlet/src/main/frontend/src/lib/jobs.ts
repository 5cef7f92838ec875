import { getJson, sendJson } from '@/lib/api-client';
import type { Job, JobList, RefusalPage } from '@/lib/contract';
import { label, named, t } from '@/lib/i18n';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';
import type { OperatorSession } from '@/lib/session';

/** What can be done to many users, and what it looks like. */
export type BulkAct = {
  readonly act: string;
  readonly label: string;
  readonly icon: string;
  readonly danger?: boolean;
  /** Where what there is to choose from comes from. */
  readonly options?: string;
};

/** What this operator may do, the harmless first. */
export function bulkActs(session: OperatorSession): readonly BulkAct[] {
  const write = session.can('users:write');
  const offered = (session.bulkActions ?? []).map((action) => ({ ...action, label: label(action.label) }));
  return [
    ...offered,
    ...(session.can('sessions:end') ? [own('end-sessions', 'out')] : []),
    ...(write ? [own('activate', 'check'), own('suspend', 'pause')] : []),
    ...(session.can('users:delete') ? [{ ...own('delete', 'trash'), danger: true }] : []),
  ];
}

type OwnAct = 'suspend' | 'activate' | 'end-sessions' | 'delete';

const own = (act: OwnAct, icon: string): BulkAct => ({ act, icon, label: t(`bulk.act.${act}`) });

/** What a job does, in words; a recipe's act by its label, if the recipe is still there. */
export function actWords(session: OperatorSession, act: string): string {
  const offered = session.bulkActions?.find((action) => action.act === act);
  return offered ? label(offered.label) : named(`bulk.act.${act}`, act);
}

export type StartBody = {
  readonly users?: readonly string[];
  readonly all?: true;
  readonly reason?: string;
  readonly until?: string;
  readonly values?: readonly string[];
  readonly count?: number;
  readonly password?: string;
};

export function startJob(act: string, query: Readonly<Record<string, string | undefined>>, body: StartBody) {
  return sendJson<Job>('POST', linkTo(['jobs', act], query), body);
}

export function changeJob(id: string, deed: 'pause' | 'resume' | 'cancel') {
  return sendJson<Job>('POST', linkTo(['jobs', id, deed]));
}

export function jobsQuery(): Query<JobList> {
  return { key: 'jobs', load: (signal) => getJson<JobList>('jobs', signal) };
}

export function jobQuery(id: string): Query<Job> {
  const path = linkTo(['jobs', id]);
  return { key: path, load: (signal) => getJson<Job>(path, signal) };
}

export function refusalsQuery(id: string, cursor: string | undefined): Query<RefusalPage> {
  const path = linkTo(['jobs', id, 'refusals'], { cursor });
  return { key: path, load: (signal) => getJson<RefusalPage>(path, signal) };
}
