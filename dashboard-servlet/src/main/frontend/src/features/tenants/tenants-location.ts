import { linkTo } from '@/lib/router';

/** What the address of the tenants says. */
export type TenantsLocation = { readonly q?: string; readonly cursor?: string };

export function readTenantsLocation(query: URLSearchParams): TenantsLocation {
  return { q: query.get('q') ?? undefined, cursor: query.get('cursor') ?? undefined };
}

/** The address of a place; `open` is the tenant beside the list. */
export function tenantsLink(location: TenantsLocation, open?: string): string {
  return linkTo(open === undefined ? ['tenants'] : ['tenants', open], location);
}
