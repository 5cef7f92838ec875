import { expect, it } from 'vitest';
import { lastDays, readSpan, readValues, writeSpan, writeValues } from './filter-values';

it('keeps commas and per cent signs of a value apart from those between values', () => {
  for (const values of [['a'], ['a,b', 'c'], ['50%', '%2C'], ['a', 'b', 'c']]) {
    expect(readValues(writeValues(values))).toEqual(values);
  }
  expect(readValues(undefined)).toEqual([]);
});

it('reads spans that are open at an end', () => {
  expect(readSpan('2026-01-01..')).toEqual({ from: '2026-01-01', to: '' });
  expect(readSpan(undefined)).toEqual({ from: '', to: '' });
  expect(writeSpan({ from: '', to: '2026-01-31' })).toBe('..2026-01-31');
  expect(writeSpan({ from: '', to: '' })).toBe('');
});

it('counts today among the last days', () => {
  expect(lastDays(7, new Date('2026-03-08T23:00:00Z'))).toEqual({ from: '2026-03-02', to: '' });
});
