/** Days as in 2026-01-31, where the reader is. */

/** The day that a moment is on. */
export function isoDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * The moment at which a day begins, some days after another one: midnight, or what comes first where the clocks skip it. Nothing
 * for a day that the calendar doesn't have.
 */
export function midnight(day: string, after = 0): string | undefined {
  const [year = Number.NaN, month = 1, date = 1] = day.split('-').map(Number);
  const moment = new Date(2000, 0, 1);
  moment.setFullYear(year, month - 1, date + after);
  return Number.isNaN(moment.getTime()) ? undefined : isoMoment(moment);
}

export function isMidnight(date: Date): boolean {
  return midnight(isoDay(date)) === isoMoment(date);
}

/** As in 2026-01-30T23:00:00Z, with a fraction only where there is one. */
export const isoMoment = (date: Date) => date.toISOString().replace('.000Z', 'Z');

/** What the browser calls the reader's time zone, as in Europe/Paris. */
export const timeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
