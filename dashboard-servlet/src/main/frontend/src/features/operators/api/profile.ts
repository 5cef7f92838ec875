import { getJson, sendJson } from '@/lib/api-client';
import type { Ended, OperatorRecord, OperatorRow } from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';

export const profileQuery: Query<OperatorRecord> = {
  key: 'profile',
  load: (signal) => getJson<OperatorRecord>('profile', signal),
};

export const renameProfile = (name: string) => sendJson<OperatorRow>('PATCH', 'profile', { name });

export const changePassword = (current: string, password: string) =>
  sendJson<Ended>('PUT', 'profile/password', { current, password });

export const endOwnSession = (session: string) => sendJson('DELETE', linkTo(['profile', 'sessions', session]));

export const endOtherSessions = () => sendJson<Ended>('DELETE', 'profile/sessions');
