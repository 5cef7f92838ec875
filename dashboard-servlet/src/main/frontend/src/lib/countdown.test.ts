import { expect, it } from 'vitest';
import { formatLeft } from './countdown';

it.each([
  [1, '1 s'],
  [40_000, '40 s'],
  [60_000, '60 s'],
  [60_001, '2 min'],
  [3_600_000, '60 min'],
  [3_600_001, '2 h'],
])('rounds %d ms up to %s', (left, words) => {
  expect(formatLeft(left)).toBe(words);
});
