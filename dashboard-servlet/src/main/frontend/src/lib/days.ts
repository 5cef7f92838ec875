import { startOfDay, wallClock } from '@/lib/zone';

/** Days as in 2026-01-31, where the reader is. */

/** The day that a moment is on. */
export function isoDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const { year, month, day } = wallClock(date);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/**
 * The moment at which a day begins, some days after another one: midnight, or what comes first where the clocks skip it. Nothing
 * for a day that the calendar doesn't have.
 */
export function midnight(day: string, after = 0): string | undefined {
  const [year = Number.NaN, month = 1, date = 1] = day.split('-').map(Number);
  const moment = startOfDay({ year, month, day: date + after });
  return Number.isNaN(moment.getTime()) ? undefined : isoMoment(moment);
}

export function isMidnight(date: Date): boolean {
  return midnight(isoDay(date)) === isoMoment(date);
}

/** The reader's day that a moment begins, or is on; empty for none. */
export const firstDay = (from: string | undefined) => dayAt(Date.parse(from ?? ''));

/** The reader's day that a moment ends, or is on; empty for none. */
export const lastDay = (to: string | undefined) => dayAt(Date.parse(to ?? '') - 1);

const dayAt = (time: number) => (Number.isNaN(time) ? '' : isoDay(new Date(time)));

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** What a plain day in an address means, as in the API: its beginning in UTC, or its end. Anything else is what it is. */
export function momentOf(text: string, side: 'from' | 'to'): string {
  const start = DAY.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(start) ? text : isoMoment(new Date(side === 'from' ? start : start + DAY_MS));
}

/** As in 2026-01-30T23:00:00Z, with a fraction only where there is one. */
export const isoMoment = (date: Date) => date.toISOString().replace('.000Z', 'Z');
