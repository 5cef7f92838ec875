import { expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/api-types';
import { byDay } from './timeline';

const event = (id: string, at: Date, action: string, ip = '192.0.2.1'): AuditEvent => ({
  id,
  at: at.toISOString(),
  action,
  actor: { kind: 'anonymous', ip },
  changes: [],
});

it('groups by day, and tells the same thing in a row once', () => {
  const today = new Date(2026, 2, 8, 14, 0);
  const yesterday = new Date(2026, 2, 7, 23, 59);

  const days = byDay([
    event('5', today, 'user.sign-in-failed'),
    event('4', today, 'user.sign-in-failed'),
    event('3', today, 'user.sign-in-failed', '192.0.2.9'),
    event('2', yesterday, 'user.sign-in-failed', '192.0.2.9'),
    event('1', yesterday, 'user.signed-up'),
  ]);

  expect(days.map(({ moments }) => moments.map((moment) => [moment.event.id, moment.times]))).toEqual([
    [
      ['5', 2],
      ['3', 1],
    ],
    [
      ['2', 1],
      ['1', 1],
    ],
  ]);
});
