import type { JoinedDay } from '@/lib/api-types';

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

/** Who joined on some days that follow each other; without a count if one of them is not counted. */
export type Joined = {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly count: number | undefined;
};

/** Who joined, per day, or per 7 days where there are too many to draw; the last one ends today. */
export function joinedPer(days: readonly JoinedDay[], size: number): readonly Joined[] {
  const groups: Joined[] = [];
  for (let end = days.length; end > 0; end -= size) {
    const part = days.slice(Math.max(0, end - size), end);
    const first = part[0];
    const last = part.at(-1);
    if (first && last) groups.unshift({ day: first.day, from: first.from, to: last.to, count: sum(part) });
  }
  return groups;
}

function sum(days: readonly JoinedDay[]): number | undefined {
  const counts = days.flatMap((day) => (typeof day.count === 'number' ? [day.count] : []));
  return counts.length === days.length ? counts.reduce((all, count) => all + count, 0) : undefined;
}

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
