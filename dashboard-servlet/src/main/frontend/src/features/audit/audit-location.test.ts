import { expect, it } from 'vitest';
import { auditLink, auditPath, changed, isFiltered, readAuditLocation } from './audit-location';

const read = (query: string) => readAuditLocation(new URLSearchParams(query));

it('goes there and back', () => {
  const query =
    'actor=operator%3Aines&action=user.&user=u1&tenant=staff&from=2026-01-30T23%3A00%3A00Z&to=2026-02-01T23%3A00%3A00Z&cursor=a';

  expect(auditLink(read(query), 'e1')).toBe(`audit/e1?${query}`);
  expect(auditLink(read(''))).toBe('audit');
});

it('leaves out what it does not understand', () => {
  expect(auditLink(read('days=8&from=yesterday&to=&actor='))).toBe('audit');
  expect(auditLink(read('days=7&from=2026-01-31'))).toBe('audit?days=7');
});

it('asks for whole days of the operator', () => {
  const now = new Date(2026, 2, 8, 15, 0);
  const asked = new URLSearchParams(auditPath({ days: 7, user: 'u1' }, now).split('?')[1]);

  expect(asked.get('from')).toBe('2026-03-01T23:00:00Z');
  expect(asked.get('user')).toBe('u1');
});

it('reads moments, and plain days as UTC has them', () => {
  expect(read('from=2026-01-30T23:00:00Z')).toMatchObject({ from: '2026-01-30T23:00:00Z' });
  expect(read('from=2026-01-31&to=2026-01-31')).toMatchObject({
    from: '2026-01-31T00:00:00Z',
    to: '2026-02-01T00:00:00Z',
  });
});

it('starts at the first page when the list becomes another', () => {
  expect(changed({ cursor: 'a', user: 'u1' }, { tenant: 'staff' })).toEqual({
    user: 'u1',
    tenant: 'staff',
    cursor: undefined,
  });
  expect(isFiltered({ cursor: 'a' })).toBe(false);
  expect(isFiltered({ days: 1 })).toBe(true);
});
