import { isMidnight, isoDay, isoMoment, midnight, momentOf } from '@/lib/days';
import { formatDate, formatDateTime } from '@/lib/format';
import { t } from '@/lib/i18n';

/** Several values in one parameter: joined by commas, with a comma or per cent sign of their own written as in a URL. */
export function readValues(text: string | undefined): readonly string[] {
  if (!text) return [];
  return text.split(',').map((value) => value.replaceAll('%2C', ',').replaceAll('%25', '%'));
}

export function writeValues(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/**
 * From a moment, included, to another one, not included, as they stand in the address; empty where it is open. Moments mean
 * the same to everybody who opens it. A plain day, which somebody wrote by hand, is UTC's, as in the API.
 */
export type Span = { readonly from: string; readonly to: string };

export function readSpan(text: string | undefined): Span {
  const [from = '', to = ''] = (text ?? '').split('..');
  return { from: momentOf(from, 'from'), to: momentOf(to, 'to') };
}

export function writeSpan({ from, to }: Span): string {
  return from || to ? `${from}..${to}` : '';
}

/** From the reader's midnight of the first of the last `days` days, today included. */
export function lastDays(days: number, now: Date = new Date()): string {
  return midnight(isoDay(now), 1 - days) ?? '';
}

/** The span as a person would say it: by days where it begins and ends with the reader's, else with the time. */
export function spanLabel(span: Span): string {
  const from = span.from && sinceLabel(span.from);
  const to = span.to && untilLabel(span.to);
  if (from && from === to) return from;
  if (from && to) return t('users.filter.between', { from, to });
  return from ? t('users.filter.since', { from }) : t('users.filter.until', { to });
}

/** A moment that something begins with. */
export function sinceLabel(from: string): string {
  const date = new Date(from);
  if (Number.isNaN(date.getTime())) return from;
  return isMidnight(date) ? formatDate(from) : formatDateTime(from);
}

/** A moment that something ends before: the day until its end. */
function untilLabel(to: string): string {
  const date = new Date(to);
  if (Number.isNaN(date.getTime())) return to;
  return isMidnight(date) ? formatDate(isoMoment(new Date(date.getTime() - 1))) : formatDateTime(to);
}
