import { linkTo } from '@/lib/router';

/** What the address of the tenants says. */
export type TenantsPlace = { readonly q?: string; readonly cursor?: string };

export function readTenantsPlace(query: URLSearchParams): TenantsPlace {
  return { q: query.get('q') ?? undefined, cursor: query.get('cursor') ?? undefined };
}

/** The address of a place; `open` is the tenant beside the list. */
export function tenantsLink(place: TenantsPlace, open?: string): string {
  return linkTo(open === undefined ? ['tenants'] : ['tenants', open], place);
}
