import { describe, expect, it } from 'vitest';
import { formatAgo, formatDate, formatMoment, formatUntil, initials, shorten } from './format';

const now = new Date('2026-11-23T12:00:00+01:00');
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
const after = (minutes: number) => before(-minutes);

describe('a time in the past', () => {
  it.each([
    [0.2, 'Just now'],
    [4, '4 min ago'],
    [59, '59 min ago'],
    [120, '2 h ago'],
    [11 * 60, '11 h ago'],
    [26 * 60, 'Yesterday'],
    [3 * 24 * 60, '3 days ago'],
    [60 * 24 * 60, '24 Sept 2026'],
  ])('%d minutes ago reads "%s"', (minutes, words) => {
    expect(formatAgo(before(minutes), now)).toBe(words);
  });

  it('says hours, not Yesterday, shortly after midnight', () => {
    expect(formatAgo(before(120), new Date(now))).toBe('2 h ago');
    expect(formatAgo('2026-11-22T23:00:00+01:00', new Date('2026-11-23T01:30:00+01:00'))).toBe('2 h ago');
  });
});

it.each([
  [-5, 'Over'],
  [0.1, 'in 1 min'],
  [120, 'in 2 h'],
  [24 * 60, 'in 1 day'],
  [6 * 24 * 60, 'in 6 days'],
])('%d minutes ahead reads "%s"', (minutes, words) => {
  expect(formatUntil(after(minutes), now)).toBe(words);
});

it('writes the year, and the time of day only within this year', () => {
  expect(formatDate('2026-11-21T09:00:00Z')).toBe('21 Nov 2026');
  expect(formatMoment('2026-11-19T07:10:00Z', now)).toBe('19 Nov 08:10');
  expect(formatMoment('2025-03-14T07:10:00Z', now)).toBe('14 Mar 2025');
});

it('shows what is no time as it came', () => {
  expect(formatDate('soon')).toBe('soon');
  expect(formatAgo('soon', now)).toBe('soon');
});

it('cuts ids in the middle', () => {
  expect(shorten('0193a7c2-5e1f-7b04-9c6e-2f8d41aa7e90')).toBe('0193a7c2…aa7e90');
  expect(shorten('hr-1')).toBe('hr-1');
});

it.each([
  ['Amara Okafor', 'AO'],
  ['Maximiliane von Hohenfels', 'MH'],
  ['Þórunn', 'Þ'],
  ['  ', ''],
  ['+44 7700', ''],
  [null, ''],
])('stands for %s with "%s"', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
