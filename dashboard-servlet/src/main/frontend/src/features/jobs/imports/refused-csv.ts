import type { ImportRefusal } from '@/lib/api-types';

/** By which Excel knows UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

const FORMULA = /^[=+\-@\t\r\n]/;

/** A row for each reason. What a spreadsheet would take for a formula gets an apostrophe (OWASP, "CSV Injection"). */
export function refusedCsv(rows: readonly ImportRefusal[], head: readonly string[]): string {
  const lines = rows.map(({ line, field, message }) => [String(line), field, message]);
  return BYTE_ORDER_MARK + [head, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
