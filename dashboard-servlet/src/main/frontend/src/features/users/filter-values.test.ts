import { expect, it } from 'vitest';
import { firstDay, lastDay } from '@/lib/days';
import { inZone } from '@/lib/zones.test.data';
import { lastDays, readSpan, readValues, spanLabel, writeSpan, writeValues } from './filter-values';

it('keeps commas and per cent signs of a value apart from those between values', () => {
  for (const values of [['a'], ['a,b', 'c'], ['50%', '%2C'], ['a', 'b', 'c']]) {
    expect(readValues(writeValues(values))).toEqual(values);
  }
  expect(readValues(undefined)).toEqual([]);
});

it('reads spans that are open at an end, and plain days as UTC has them', () => {
  expect(readSpan('2026-01-01T00:30:00Z..')).toEqual({ from: '2026-01-01T00:30:00Z', to: '' });
  expect(readSpan('2026-01-01..2026-01-31')).toEqual({ from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' });
  expect(readSpan(undefined)).toEqual({ from: '', to: '' });
  expect(writeSpan({ from: '', to: '2026-02-01T00:00:00Z' })).toBe('..2026-02-01T00:00:00Z');
  expect(writeSpan({ from: '', to: '' })).toBe('');
});

it('counts today among the last days, wherever today is', () => {
  const now = new Date('2026-03-30T23:30:00Z');

  expect(lastDays(7, now)).toBe('2026-03-24T23:00:00Z'); // Paris, before its clocks changed
  inZone('Asia/Tokyo', () => expect(lastDays(7, now)).toBe('2026-03-24T15:00:00Z'));
});

it('says days where a span has whole ones of the reader, and times where it has not', () => {
  const paris = { from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z' }; // of 23 hours
  const tokyo = { from: '2026-11-19T15:00:00Z', to: '2026-11-20T15:00:00Z' };

  expect(spanLabel(paris)).toBe('29 Mar 2026');
  expect(spanLabel({ ...paris, to: '2026-03-30T22:00:00Z' })).toBe('29 Mar 2026 to 30 Mar 2026');
  expect(spanLabel({ ...paris, to: '' })).toBe('since 29 Mar 2026');
  expect(spanLabel({ ...paris, from: '' })).toBe('until 29 Mar 2026');
  expect([firstDay(paris.from), lastDay(paris.to)]).toEqual(['2026-03-29', '2026-03-29']);
  expect(spanLabel(tokyo)).toBe('19 Nov 2026, 16:00 to 20 Nov 2026, 16:00');
  expect([firstDay(tokyo.from), lastDay(tokyo.to)]).toEqual(['2026-11-19', '2026-11-20']);
  inZone('Asia/Tokyo', () => expect([firstDay(tokyo.from), lastDay(tokyo.to)]).toEqual(['2026-11-20', '2026-11-20']));
  expect(spanLabel(readSpan('soon..'))).toBe('since soon');
});
