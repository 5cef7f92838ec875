import { expect, it } from 'vitest';
import { defaultTenant } from './default-tenant';

const acme = { id: 'acme', name: 'Acme' };
const open = { id: 'public', name: 'Public' };
const zoo = { id: 'zoo', name: 'Zoo' };

it('is the filtered one, the only one or the public one, and never just the first', () => {
  expect(defaultTenant([acme, open, zoo], 'zoo')).toBe('zoo');
  expect(defaultTenant([acme, open, zoo])).toBe('public');
  expect(defaultTenant([acme])).toBe('acme');
  expect(defaultTenant([acme, zoo])).toBe('');
  expect(defaultTenant([acme, open], 'gone')).toBe('');
  expect(defaultTenant([])).toBe('');
});
