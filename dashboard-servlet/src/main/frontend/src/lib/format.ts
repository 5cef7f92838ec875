import { locale, t } from '@/lib/i18n';
import { ownTimeZone } from '@/lib/own-preferences';
import { wallClock } from '@/lib/zone';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const RECENT_DAYS = 30;

/** Where the reader is. */
const ofReader = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: ownTimeZone });

const dateFormat = ofReader({ day: 'numeric', month: 'short', year: 'numeric' });
const utcDayFormat = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayFormat = ofReader({ day: 'numeric', month: 'short' });
const clockFormat = ofReader({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const secondsFormat = ofReader({
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const longDayFormat = ofReader({ day: 'numeric', month: 'long' });
const longDateFormat = ofReader({ day: 'numeric', month: 'long', year: 'numeric' });
const dateTimeFormat = ofReader({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const exactFormat = ofReader({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
});
const utcShortFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const utcClockFormat = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
});
const numberFormat = new Intl.NumberFormat(locale);
const compactFormat = new Intl.NumberFormat(locale, { notation: 'compact' });
const shareFormat = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const trendFormat = new Intl.NumberFormat(locale, {
  style: 'percent',
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});

export const formatNumber = (value: number) => numberFormat.format(value);

/** "1.2K". */
export const formatCompact = (value: number) => compactFormat.format(value);

/** "21%". */
export const formatShare = (share: number) => shareFormat.format(share);

/** "+4.2%". */
export const formatTrend = (trend: number) => trendFormat.format(trend);

/** "21 Nov 2026". */
export const formatDate = (iso: string) => valid(iso, dateFormat);

/** The same for a day, "2026-11-21", wherever one is. */
export const formatDay = (day: string) => valid(day, utcDayFormat);

/** "23:58", as UTC's clocks show it. */
export const formatUtcClock = (iso: string) => valid(iso, utcClockFormat);

/** A time zone by its name, "Asia/Ho Chi Minh". */
export const zoneLabel = (zone: string) => zone.replaceAll('_', ' ');

/** The same without its year. */
export const formatDayOfMonth = (day: string) => valid(day, utcShortFormat);

/** "21 Nov 2026, 14:32". */
export const formatDateTime = (iso: string) => valid(iso, dateTimeFormat);

/** "21 Nov 2026, 14:32:07 CET". */
export const formatExact = (iso: string) => valid(iso, exactFormat);

/** "19 Nov 08:10", and the date with its year when it is not this year's. */
export function formatMoment(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  if (wallClock(date).year !== wallClock(now).year) return dateFormat.format(date);
  return `${dayFormat.format(date)} ${clockFormat.format(date)}`;
}

/** "14:31:52" today, "19 Nov 08:10" before, and the date with its year when it is not this year's. */
export function formatWhen(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return daysBetween(date, now) === 0 ? secondsFormat.format(date) : formatMoment(iso, now);
}

/** "14:31". */
export const formatClock = (iso: string) => valid(iso, clockFormat);

/** "Today", "Yesterday", "15 November", and with its year when it is not this year's. */
export function formatLongDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const days = daysBetween(date, now);
  if (days === 0) return t('timeline.today');
  if (days === 1) return t('timeline.yesterday');
  return (wallClock(date).year === wallClock(now).year ? longDayFormat : longDateFormat).format(date);
}

/** "4 min ago", "Yesterday", and the date from a month on. */
export function formatAgo(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const passed = now.getTime() - date.getTime();
  if (Number.isNaN(passed)) return iso;
  if (passed < MINUTE) return t('time.justNow');
  if (passed < HOUR) return t('time.minutesAgo', { count: Math.floor(passed / MINUTE) });
  const days = daysBetween(date, now);
  if (days === 0 || passed < 6 * HOUR) return t('time.hoursAgo', { count: Math.floor(passed / HOUR) });
  if (days === 1) return t('time.yesterday');
  if (days < RECENT_DAYS) return t('time.daysAgo', { count: days });
  return dateFormat.format(date);
}

/** "in 6 days", "in 2 h". */
export function formatUntil(iso: string, now: Date = new Date()): string {
  const left = new Date(iso).getTime() - now.getTime();
  if (Number.isNaN(left)) return iso;
  if (left <= 0) return t('time.over');
  if (left < HOUR) return t('time.inMinutes', { count: Math.max(1, Math.round(left / MINUTE)) });
  if (left < DAY) return t('time.inHours', { count: Math.round(left / HOUR) });
  return t('time.inDays', { count: Math.round(left / DAY) });
}

/** An id or subject cut in its middle, as both ends help to recognise it. */
export function shorten(value: string, head = 8, tail = 6): string {
  return value.length <= head + tail + 3 ? value : `${value.slice(0, head)}…${value.slice(-tail)}`;
}

/** Up to two letters that stand for a person, or none when there is no name. */
export function initials(name: string | null | undefined): string {
  const words = (name ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) => (word ? (Array.from(word)[0] ?? '') : ''))
    .join('')
    .toLocaleUpperCase(locale);
}

function valid(iso: string, format: Intl.DateTimeFormat): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : format.format(date);
}

function daysBetween(from: Date, to: Date): number {
  const start = (date: Date) => {
    const { year, month, day } = wallClock(date);
    return Date.UTC(year, month - 1, day);
  };
  return Math.round((start(to) - start(from)) / DAY);
}
