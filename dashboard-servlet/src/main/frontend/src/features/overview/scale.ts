import type { OverviewDay } from '@/lib/api-types';

/** How high a chart goes, and how far its lines are apart: whole numbers that are easy to read. */
export function axis(most: number): { readonly top: number; readonly step: number } {
  const rough = Math.max(most, 1) / 3;
  const size = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 5, 10].find((factor) => factor * size >= rough) ?? 10;
  const step = Math.max(1, Math.round(nice * size));
  return { top: Math.max(1, Math.ceil(most / step)) * step, step };
}

/** The lines of an axis, from the bottom. */
export const ticks = ({ top, step }: { readonly top: number; readonly step: number }): readonly number[] =>
  Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);

export type Joined = { readonly day: string; readonly days: number; readonly count: number };

/** Who joined, per day, or per 7 days where there are too many to draw; the last one ends today. */
export function joinedPer(days: readonly OverviewDay[], size: number): readonly Joined[] {
  const groups: Joined[] = [];
  for (let end = days.length; end > 0; end -= size) {
    const part = days.slice(Math.max(0, end - size), end);
    const first = part[0];
    if (first) groups.unshift({ day: first.day, days: part.length, count: sum(part) });
  }
  return groups;
}

export const sum = (days: readonly OverviewDay[]) => days.reduce((all, day) => all + day.joined, 0);

/** Stretches of known values, as places in the list: a line is not drawn across what nobody knows. */
export function stretches(values: readonly (number | undefined)[]): readonly (readonly number[])[] {
  const all: number[][] = [];
  values.forEach((value, index) => {
    if (typeof value !== 'number') return;
    const last = all.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else all.push([index]);
  });
  return all;
}

/** Which of so many places get a label below them; the last one is today and has one of its own. */
export function labelled(count: number, most: number): readonly number[] {
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => index % step === 0 && index <= count - 1 - step / 2,
  );
}
