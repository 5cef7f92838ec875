import { getJson, sendJson } from '@/lib/api-client';
import type {
  AuditLog,
  Ended,
  InvitedOperator,
  NewAccess,
  NewOperatorInvitation,
  OperatorPage,
  OperatorRecord,
  OperatorRow,
  SentOperatorLink,
} from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';
import type { OperatorsLocation } from '../operators-location';

const pathOf = (id: string, ...rest: readonly string[]) => linkTo(['operators', id, ...rest]);

export function operatorsQuery(location: OperatorsLocation): Query<OperatorPage> {
  const path = linkTo(['operators'], location);
  return { key: path, load: (signal) => getJson<OperatorPage>(path, signal) };
}

export function operatorQuery(id: string): Query<OperatorRecord> {
  const path = pathOf(id);
  return { key: path, load: (signal) => getJson<OperatorRecord>(path, signal) };
}

export const inviteOperator = (invitation: NewOperatorInvitation) =>
  sendJson<InvitedOperator>('POST', 'operators', invitation);

export const inviteAgain = (id: string) => sendJson<SentOperatorLink>('POST', pathOf(id, 'invitation'));

export const resetPassword = (id: string) => sendJson<SentOperatorLink>('POST', pathOf(id, 'password-reset'));

export const resetFactors = (id: string) => sendJson<OperatorRow>('DELETE', pathOf(id, 'factors'));

export const changeAccess = (id: string, access: NewAccess) =>
  sendJson<OperatorRow>('PUT', pathOf(id, 'access'), access);

export const disableOperator = (id: string) => sendJson<OperatorRow>('PUT', pathOf(id, 'disablement'));

export const enableOperator = (id: string) => sendJson<OperatorRow>('DELETE', pathOf(id, 'disablement'));

export const deleteOperator = (id: string) => sendJson('DELETE', pathOf(id));

export const endOperatorSession = (id: string, session: string) => sendJson('DELETE', pathOf(id, 'sessions', session));

export const endOperatorSessions = (id: string) => sendJson<Ended>('DELETE', pathOf(id, 'sessions'));

/** What operators did last: who works here, where the host decides. */
export const recentActsQuery: Query<AuditLog> = {
  key: 'audit?actor=operator&size=100',
  load: (signal) => getJson<AuditLog>('audit?actor=operator&size=100', signal),
};
