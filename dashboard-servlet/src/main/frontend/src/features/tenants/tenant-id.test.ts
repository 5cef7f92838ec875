import { expect, it } from 'vitest';
import { idFrom, isTenantId } from './tenant-id';

it('proposes an id that the server takes', () => {
  for (const [name, id] of [
    ['Station staff', 'station-staff'],
    ['  Café & Söhne  ', 'cafe-sohne'],
    ['a'.repeat(70), 'a'.repeat(64)],
  ] as const) {
    expect(idFrom(name)).toBe(id);
    expect(isTenantId(id)).toBe(true);
  }
});

it('proposes nothing where no letter is left', () => {
  expect(idFrom('駅員')).toBe('');
  expect(isTenantId('')).toBe(false);
  expect(isTenantId('Staff')).toBe(false);
});
