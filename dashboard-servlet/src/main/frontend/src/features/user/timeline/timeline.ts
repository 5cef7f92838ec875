import type { AuditEvent } from '@/lib/api-types';
import { isoDay } from '@/lib/days';

/** An event, how many times it happened in a row, and when first. */
export type Moment = { readonly event: AuditEvent; readonly times: number; readonly since: string };

export type Day = { readonly day: string; readonly moments: readonly Moment[] };

const SIGN_INS: ReadonlySet<string> = new Set(['user.signed-in', 'user.signed-up']);
const AT_ONCE_MS = 60_000;

/** Newest first, by day where the operator is. What is the same in everything but its time is told once. */
export function byDay(events: readonly AuditEvent[]): readonly Day[] {
  const days: { day: string; moments: Moment[] }[] = [];
  for (const event of events) {
    const day = isoDay(new Date(event.at));
    let current = days.at(-1);
    if (current?.day !== day) {
      current = { day, moments: [] };
      days.push(current);
    }
    const last = current.moments.at(-1);
    const joined = last && join(last, event);
    if (joined) current.moments.splice(-1, 1, joined);
    else current.moments.push({ event, times: 1, since: event.at });
  }
  return days;
}

function join(last: Moment, event: AuditEvent): Moment | undefined {
  if (isSame(last.event, event)) return { ...last, times: last.times + 1, since: event.at };
  return last.times === 1 && began(last.event, event) ? { event, times: 1, since: event.at } : undefined;
}

/** Whether the session is the one that the sign-in before it began: one line tells of both. */
function began(session: AuditEvent, signIn: AuditEvent): boolean {
  return (
    session.action === 'session.created' &&
    SIGN_INS.has(signIn.action) &&
    session.tenant === signIn.tenant &&
    session.actor.ip === signIn.actor.ip &&
    session.actor.userAgent === signIn.actor.userAgent &&
    Date.parse(session.at) - Date.parse(signIn.at) < AT_ONCE_MS
  );
}

function isSame(one: AuditEvent, other: AuditEvent): boolean {
  return (
    one.action === other.action &&
    one.target === other.target &&
    one.tenant === other.tenant &&
    one.actor.kind === other.actor.kind &&
    one.actor.id === other.actor.id &&
    one.actor.ip === other.actor.ip &&
    one.actor.userAgent === other.actor.userAgent &&
    JSON.stringify(one.changes) === JSON.stringify(other.changes)
  );
}

const FIRST: ReadonlySet<string> = new Set(['user.signed-up', 'user.created']);

/** Whether the events don't tell of the beginning: it came before them, as somebody else brought the user along. */
export function beganBefore(events: readonly AuditEvent[], joinedAt: string | null | undefined): joinedAt is string {
  const oldest = events.at(-1);
  return typeof joinedAt === 'string' && !(oldest && FIRST.has(oldest.action));
}
