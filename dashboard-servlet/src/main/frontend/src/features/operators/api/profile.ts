import { getJson, sendJson } from '@/lib/api-client';
import type { Ended, OperatorRecord, OperatorRow } from '@/lib/api-types';
import { adoptPreferences, type Preferences } from '@/lib/own-preferences';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';

export const profileQuery: Query<OperatorRecord> = {
  key: 'profile',
  load: (signal) => getJson<OperatorRecord>('profile', signal),
};

export const renameProfile = (name: string) => sendJson<OperatorRow>('PATCH', 'profile', { name });

/** Tells whether the page is loaded anew for it. */
export async function changePreferences(preferences: Preferences): Promise<boolean> {
  await sendJson<OperatorRow>('PUT', 'profile/preferences', preferences);
  return adoptPreferences(preferences);
}

export const changePassword = (current: string, password: string) =>
  sendJson<Ended>('PUT', 'profile/password', { current, password });

export const endOwnSession = (session: string) => sendJson('DELETE', linkTo(['profile', 'sessions', session]));

export const endOtherSessions = () => sendJson<Ended>('DELETE', 'profile/sessions');
