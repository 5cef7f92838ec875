import { getJson } from '@/lib/api-client';
import type { AuditEvent, AuditLog } from '@/lib/contract';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { type AuditPlace, auditPath } from '../audit-place';

export function auditQuery(place: AuditPlace): Query<AuditLog> {
  const path = auditPath(place);
  return { key: path, load: (signal) => getJson<AuditLog>(path, signal) };
}

export function eventQuery(id: string): Query<AuditEvent> {
  const path = linkTo(['audit', id]);
  return { key: path, load: (signal) => getJson<AuditEvent>(path, signal) };
}
