import { ownTimeZone } from '@/lib/own-preferences';

/** What the clocks and the calendar show somewhere. */
type WallClock = { readonly year: number; readonly month: number; readonly day: number };

/** The reader's time zone, as in Europe/Paris: the one of the own account, or else the browser's. */
export const timeZone = () => ownTimeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The year, month and day of a moment where the reader is; not numbers for a moment that is none. */
export function wallClock(date: Date): WallClock {
  const shown = new Date(date.getTime() + offset(date.getTime()));
  return { year: shown.getUTCFullYear(), month: shown.getUTCMonth() + 1, day: shown.getUTCDate() };
}

/** The moment at which a day begins for the reader: midnight, or what comes first where the clocks skip it. */
export function startOfDay({ year, month, day }: WallClock): Date {
  const wall = new Date(0).setUTCFullYear(year, month - 1, day);
  const moments = [wall - offset(wall - DAY_MS), wall - offset(wall + DAY_MS)];
  const shows = moments.filter((moment) => moment + offset(moment) === wall);
  return new Date(shows.length > 0 ? Math.min(...shows) : (moments[0] ?? wall));
}

const DAY_MS = 86_400_000;

/** How much later it is there than in UTC, in milliseconds. */
function offset(time: number): number {
  if (Number.isNaN(time)) return time;
  const parts = Object.fromEntries(
    clockOf(timeZone())
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const shown = new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000;
  return shown - Math.floor(time / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, clock);
  }
  return clock;
}
