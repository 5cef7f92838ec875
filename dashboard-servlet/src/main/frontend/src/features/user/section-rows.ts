import type { Section } from '@/lib/contract';

/** Half panels pair up in order; one without a partner takes the whole width. */
export function inRows(sections: readonly Section[]): readonly (readonly Section[])[] {
  const rows: Section[][] = [];
  for (const section of sections) {
    const last = rows.at(-1);
    const waits = last?.length === 1 && last[0]?.width === 'half';
    if (waits && section.width === 'half') last.push(section);
    else rows.push([section]);
  }
  return rows;
}
