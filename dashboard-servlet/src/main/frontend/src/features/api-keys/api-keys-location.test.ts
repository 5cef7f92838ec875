import { expect, it } from 'vitest';
import { apiKeysLink } from './api-keys-location';

it('has no whole key in an address', () => {
  expect(apiKeysLink({ q: `udk_4mRz81vL_${'Q'.repeat(49)}` })).toBe('api-keys?q=udk_4mRz81vL');
  expect(apiKeysLink({ q: 'udk_4mR' })).toBe('api-keys?q=udk_4mR');
  expect(apiKeysLink({ q: 'crm_sync' })).toBe('api-keys?q=crm_sync');
});
