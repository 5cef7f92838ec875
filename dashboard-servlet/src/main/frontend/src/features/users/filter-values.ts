/** Several values in one parameter: joined by commas, with a comma or per cent sign of their own written as in a URL. */
export function readValues(text: string | undefined): readonly string[] {
  if (!text) return [];
  return text.split(',').map((value) => value.replaceAll('%2C', ',').replaceAll('%25', '%'));
}

export function writeValues(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/** Two days, both included; empty where it is open. */
export type Span = { readonly from: string; readonly to: string };

export function readSpan(text: string | undefined): Span {
  const [from = '', to = ''] = (text ?? '').split('..');
  return { from, to };
}

export function writeSpan({ from, to }: Span): string {
  return from || to ? `${from}..${to}` : '';
}

/** The span of the last `days` days, today included, in UTC as the server counts days. */
export function lastDays(days: number, now: Date = new Date()): Span {
  const from = new Date(now.getTime() - (days - 1) * 86_400_000);
  return { from: from.toISOString().slice(0, 10), to: '' };
}
