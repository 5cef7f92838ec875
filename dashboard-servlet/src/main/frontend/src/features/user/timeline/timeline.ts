import type { AuditEvent } from '@/lib/api-types';

/** An event, and how many times it happened in a row. */
export type Moment = { readonly event: AuditEvent; readonly times: number };

export type Day = { readonly day: string; readonly moments: readonly Moment[] };

/** Events by day where the operator is; the same thing several times in a row, from the same place, is told once. */
export function byDay(events: readonly AuditEvent[]): readonly Day[] {
  const days: { day: string; moments: Moment[] }[] = [];
  for (const event of events) {
    const day = new Date(event.at).toDateString();
    let current = days.at(-1);
    if (current?.day !== day) {
      current = { day, moments: [] };
      days.push(current);
    }
    const last = current.moments.at(-1);
    if (last && alike(last.event, event)) current.moments.splice(-1, 1, { ...last, times: last.times + 1 });
    else current.moments.push({ event, times: 1 });
  }
  return days;
}

/** What has changes is worth telling each time. */
function alike(one: AuditEvent, other: AuditEvent): boolean {
  return (
    one.action === other.action &&
    one.actor.kind === other.actor.kind &&
    one.actor.id === other.actor.id &&
    one.actor.ip === other.actor.ip &&
    one.tenant === other.tenant &&
    one.actor.kind !== 'operator'
  );
}
