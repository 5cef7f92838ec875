import { expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/api-types';
import { beganBefore, byDay } from './timeline';

const today = new Date(2026, 2, 8, 14, 0);
const yesterday = new Date(2026, 2, 7, 23, 59);

const event = (id: string, action: string, more: Partial<AuditEvent> = {}): AuditEvent => ({
  id,
  at: today.toISOString(),
  action,
  actor: { kind: 'anonymous', ip: '192.0.2.1' },
  changes: [],
  ...more,
});

const told = (events: readonly AuditEvent[]) =>
  byDay(events).map(({ moments }) => moments.map((moment) => [moment.event.id, moment.times]));

it('groups by day, and tells once what differs in nothing', () => {
  const elsewhere = { actor: { kind: 'anonymous', ip: '192.0.2.9' } } as const;

  expect(
    told([
      event('5', 'user.sign-in-failed'),
      event('4', 'user.sign-in-failed'),
      event('3', 'user.sign-in-failed', elsewhere),
      event('2', 'user.sign-in-failed', { ...elsewhere, at: yesterday.toISOString() }),
      event('1', 'user.signed-up', { at: yesterday.toISOString() }),
    ]),
  ).toEqual([
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

it.each([
  ['target', { target: 'alpha' }, { target: 'beta' }],
  ['tenant', { tenant: 'public' }, { tenant: 'staff' }],
  ['actor', { actor: { kind: 'operator', id: 'ines' } }, { actor: { kind: 'operator', id: 'otto' } }],
  ['device', { actor: { kind: 'anonymous', userAgent: 'Firefox' } }, { actor: { kind: 'anonymous' } }],
  ['value', { changes: [{ field: 'plan', after: 'free' }] }, { changes: [{ field: 'plan', after: 'silver' }] }],
] as const)('tells apart what differs in its %s', (_, one, other) => {
  expect(told([event('2', 'plans.assigned', other), event('1', 'plans.assigned', one)])).toEqual([
    [
      ['2', 1],
      ['1', 1],
    ],
  ]);
  expect(told([event('2', 'plans.assigned', one), event('1', 'plans.assigned', one)])).toEqual([[['2', 2]]]);
});

it('tells of a sign-in and of the session that it began in one line, and of no other session', () => {
  const ada = { actor: { kind: 'user', id: 'ada', ip: '192.0.2.1' }, tenant: 'public' } as const;
  const phone = { ...ada, actor: { ...ada.actor, ip: '192.0.2.7' } };

  expect(
    told([
      event('5', 'session.created', { ...ada, target: 's3' }),
      event('4', 'user.signed-in', ada),
      event('3', 'session.created', { ...phone, target: 's2' }),
      event('2', 'session.created', { ...ada, target: 's1' }),
      event('1', 'user.signed-up', ada),
    ]),
  ).toEqual([
    [
      ['4', 1],
      ['3', 1],
      ['1', 1],
    ],
  ]);
});

it('knows who came before the first event', () => {
  expect(beganBefore([], '2026-03-01T00:00:00Z')).toBe(true);
  expect(beganBefore([event('1', 'user.imported')], '2026-03-01T00:00:00Z')).toBe(true);
  expect(beganBefore([event('2', 'user.updated'), event('1', 'user.signed-up')], '2026-03-01T00:00:00Z')).toBe(false);
});
