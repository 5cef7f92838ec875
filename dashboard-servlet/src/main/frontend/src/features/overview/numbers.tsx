import type { ComponentChildren } from 'preact';
import { formatNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import css from './overview.module.css';

export const counted = (value: number | null | undefined) =>
  typeof value === 'number' ? formatNumber(value) : t('overview.notCounted');

type Row = { readonly day: string; readonly note?: string | null; readonly cells: readonly ComponentChildren[] };

type NumbersProps = {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
};

/** What a chart shows in numbers, newest first. */
export function Numbers({ caption, heads, rows }: NumbersProps) {
  return (
    <details className={css.numbers}>
      <summary>{t('overview.asTable')}</summary>
      <table>
        <caption className={text.vh}>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].reverse().map((row) => (
            <tr key={row.day}>
              <th scope="row">
                {row.day}
                {row.note && <span className={css.counted}>{row.note}</span>}
              </th>
              {heads.slice(1).map((head, index) => (
                <td key={head}>{row.cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
