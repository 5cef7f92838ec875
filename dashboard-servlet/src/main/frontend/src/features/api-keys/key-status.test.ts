import { expect, it } from 'vitest';
import type { ApiKey } from '@/lib/api-types';
import { statusOf } from './key-status';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const key: ApiKey = {
  id: '1',
  name: 'crm-sync',
  status: 'active',
  permissions: ['users:read'],
  createdBy: { kind: 'operator', id: 'ines', name: 'Ines' },
  createdAt: '2026-01-01T12:00:00Z',
  expiresAt: '2026-03-15T11:59:59Z',
  secrets: [],
  mayRotate: true,
};

it('says of a key that ends within two weeks that it does', () => {
  expect(statusOf(key, NOW)).toBe('soon');
  expect(statusOf({ ...key, expiresAt: '2026-03-15T12:00:00Z' }, NOW)).toBe('active');
  expect(statusOf({ ...key, status: 'revoked' }, NOW)).toBe('revoked');
});
