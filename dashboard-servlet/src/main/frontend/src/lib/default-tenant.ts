import type { Capabilities } from '@/lib/api-types';

/** The tenant that always exists. */
export const PUBLIC = 'public';

/**
 * Where something new goes unless the operator says otherwise: to the tenant that the list is narrowed to, or the only one
 * there is, or the public one. Never to just the first of several: then it is '', and one has to choose.
 */
export function defaultTenant(tenants: Capabilities['tenants'], filtered?: string): string {
  const only = tenants.length === 1 ? tenants[0]?.id : undefined;
  return tenants.find(({ id }) => id === (filtered ?? only ?? PUBLIC))?.id ?? '';
}
