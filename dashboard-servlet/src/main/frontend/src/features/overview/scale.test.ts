import { expect, it } from 'vitest';
import { axis, joinedPer, labelled, stretches, ticks } from './scale';

const day = (number: number, count?: number) => ({
  day: `2026-03-0${number}`,
  from: `2026-03-0${number}T00:00:00Z`,
  to: `2026-03-0${number + 1}T00:00:00Z`,
  count,
});

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 5, 10]],
  [93, [0, 50, 100]],
  [2800, [0, 1000, 2000, 3000]],
])('an axis for %d has the lines %s', (most, lines) => {
  expect(ticks(axis(most))).toEqual(lines);
});

it('sums up from today backwards', () => {
  const days = [day(1, 1), day(2, 2), day(3, 3)];

  expect(joinedPer(days, 1).map((group) => group.count)).toEqual([1, 2, 3]);
  expect(joinedPer(days, 2)).toEqual([day(1, 1), { ...day(2, 5), to: day(3).to }]);
  expect(joinedPer([day(1), ...days.slice(1)], 2).map((group) => group.count)).toEqual([undefined, 5]);
});

it('breaks the line where nobody counted', () => {
  expect(stretches([5, undefined, 0, 1])).toEqual([[0], [2, 3]]);
});

it('labels some places, and none beside today', () => {
  expect(labelled(30, 4)).toEqual([0, 8, 16, 24]);
  expect(labelled(7, 7)).toEqual([0, 1, 2, 3, 4, 5]);
});
