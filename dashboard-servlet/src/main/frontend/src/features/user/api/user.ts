import { getJson, sendJson } from '@/lib/api-client';
import type {
  CreatedUser,
  Deletion,
  Ended,
  MailPage,
  NewUserBody,
  ProfileBody,
  SentLink,
  SessionPage,
  SuspensionBody,
  TimelinePage,
  Unlinked,
  User,
  UserRecord,
} from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';

const pathOf = (id: string, ...rest: readonly string[]) => linkTo(['users', id, ...rest]);

export function userQuery(id: string): Query<UserRecord> {
  const path = pathOf(id);
  return { key: path, load: (signal) => getJson<UserRecord>(path, signal) };
}

export const createUser = (user: NewUserBody) => sendJson<CreatedUser>('POST', 'users', user);

/** Refused unless `version` is still the user's; what is null is cleared. */
export const changeUser = (id: string, change: ProfileBody, version: number) =>
  sendJson<User>('PATCH', pathOf(id), change, `"${version}"`);

/** What goes with the user; asked for when the question is asked, as it may change any time. */
export const getDeletion = (id: string) => getJson<Deletion>(pathOf(id, 'deletion'));

export const deleteUser = (id: string) => sendJson('DELETE', pathOf(id));

export const suspendUser = (id: string, suspension: SuspensionBody) =>
  sendJson<Ended>('PUT', pathOf(id, 'suspension'), suspension);

export const activateUser = (id: string) => sendJson('DELETE', pathOf(id, 'suspension'));

export const setPassword = (id: string, password: string, endSessions: boolean) =>
  sendJson<Ended>('PUT', pathOf(id, 'password'), { password, endSessions });

export const sendReset = (id: string) => sendJson<SentLink>('POST', pathOf(id, 'password-reset'), {});

export const addToTenant = (id: string, tenant: string) => sendJson('PUT', pathOf(id, 'tenants', tenant));

export const removeFromTenant = (id: string, tenant: string) => sendJson('DELETE', pathOf(id, 'tenants', tenant));

export const removeMethod = (id: string, method: string) => sendJson('DELETE', pathOf(id, 'methods', method));

/** The method becomes a user of its own. */
export const unlinkMethod = (id: string, method: string) =>
  sendJson<Unlinked>('POST', pathOf(id, 'methods', method, 'unlink'));

/** `from` goes up in `id`. */
export const mergeUsers = (id: string, from: string) => sendJson('POST', pathOf(id, 'merge'), { from });

/** Another page of a user's sessions. */
export function sessionsQuery(id: string, cursor: string): Query<SessionPage> {
  const path = linkTo(['users', id, 'sessions'], { cursor });
  return { key: path, load: (signal) => getJson<SessionPage>(path, signal) };
}

/** What narrows a timeline: an action, or all of a component; or who did it. */
export type TimelineFilter = { readonly action?: string; readonly actor?: string };

export const getTimeline = (id: string, filter: TimelineFilter, cursor?: string) =>
  getJson<TimelinePage>(linkTo(['users', id, 'timeline'], { ...filter, cursor }));

/** Another page of the mails about a user. */
export function mailsQuery(id: string, cursor: string): Query<MailPage> {
  const path = linkTo(['users', id, 'mails'], { cursor });
  return { key: path, load: (signal) => getJson<MailPage>(path, signal) };
}

export const sendMailAgain = (id: string, mail: string) => sendJson('POST', pathOf(id, 'mails', mail, 'again'), {});

export const endSession = (id: string, handle: string) => sendJson('DELETE', pathOf(id, 'sessions', handle));

export const endAllSessions = (id: string) => sendJson<Ended>('DELETE', pathOf(id, 'sessions'));
