import type { Section } from '@/lib/api-types';

/** A panel of the record: a recipe's section, or one of ours. */
export type Row<T> = readonly T[];

/** Half panels pair up in order; one without a partner takes the whole width. */
export function inRows<T extends Pick<Section, 'width'>>(panels: readonly T[]): readonly Row<T>[] {
  const rows: T[][] = [];
  for (const panel of panels) {
    const last = rows.at(-1);
    const waits = last?.length === 1 && last[0]?.width === 'half';
    if (waits && panel.width === 'half') last.push(panel);
    else rows.push([panel]);
  }
  return rows;
}

/** The same with one more half panel: beside the first that has no partner, else at the end. */
export function inRowsWith<T extends Pick<Section, 'width'>>(panels: readonly T[], half: T): readonly Row<T>[] {
  const rows = inRows(panels);
  const alone = rows.findIndex(([only, partner]) => only?.width === 'half' && !partner);
  if (alone < 0) return [...rows, [half]];
  return rows.map((row, index) => (index === alone ? [...row, half] : row));
}
