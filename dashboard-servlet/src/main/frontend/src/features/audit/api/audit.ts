import { getJson } from '@/lib/api-client';
import type { AuditEvent, AuditLog } from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { type AuditLocation, auditPath } from '../audit-location';

export function auditQuery(location: AuditLocation): Query<AuditLog> {
  const path = auditPath(location);
  return { key: path, load: (signal) => getJson<AuditLog>(path, signal) };
}

/** What operators did lately: who they are, as there is no list of them. */
export function byOperatorsQuery(): Query<AuditLog> {
  const path = linkTo(['audit'], { actor: 'operator', size: '100' });
  return { key: path, load: (signal) => getJson<AuditLog>(path, signal) };
}

export function eventQuery(id: string): Query<AuditEvent> {
  const path = linkTo(['audit', id]);
  return { key: path, load: (signal) => getJson<AuditEvent>(path, signal) };
}
