import { expect, it } from 'vitest';
import { isMidnight, isoDay, midnight } from './days';
import { inZone } from './zones.test.data';

it.each([
  ['UTC', '2026-11-20', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'],
  ['Asia/Tokyo', '2026-11-20', '2026-11-19T15:00:00Z', '2026-11-20T15:00:00Z'],
  // 23 and 25 hours long
  ['Europe/Paris', '2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['Europe/Paris', '2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  // midnight is skipped: the day begins at one
  ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00Z', '2026-09-07T03:00:00Z'],
])('%s: %s is from %s to %s', (zone, day, from, to) => {
  inZone(zone, () => {
    expect(midnight(day)).toBe(from);
    expect(midnight(day, 1)).toBe(to);
    expect(isoDay(new Date(from))).toBe(day);
    expect(isoDay(new Date(Date.parse(to) - 1))).toBe(day);
    expect(isMidnight(new Date(from))).toBe(true);
    expect(isMidnight(new Date(Date.parse(from) + 1))).toBe(false);
  });
});

it('knows years before 1000, and no days that are none', () => {
  inZone('UTC', () => {
    expect(midnight('0026-11-20')).toBe('0026-11-20T00:00:00Z');
    expect(isoDay(new Date('0026-11-20T00:00:00Z'))).toBe('0026-11-20');
    expect(midnight('soon')).toBeUndefined();
  });
});
