import { getJson, sendJson } from '@/lib/api-client';
import type { ConfirmFacts, UserRecord } from '@/lib/contract';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';

export function userQuery(id: string): Query<UserRecord> {
  const path = linkTo(['users', id]);
  return { key: path, load: (signal) => getJson<UserRecord>(path, signal) };
}

/** What goes with the user; asked for when the question is asked, as it may change any time. */
export const getDeletion = (id: string) => getJson<ConfirmFacts>(linkTo(['users', id, 'deletion']));

export const deleteUser = (id: string) => sendJson('DELETE', linkTo(['users', id]));

export const endSession = (id: string, handle: string) => sendJson('DELETE', linkTo(['users', id, 'sessions', handle]));

export const endAllSessions = (id: string) =>
  sendJson<{ readonly ended: number }>('DELETE', linkTo(['users', id, 'sessions']));
