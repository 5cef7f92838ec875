import { linkTo } from '@/lib/router';

/** What the address of a recipe's page says. */
export type PageLocation = { readonly q?: string; readonly cursor?: string };

export function readPageLocation(query: URLSearchParams): PageLocation {
  return { q: query.get('q') ?? undefined, cursor: query.get('cursor') ?? undefined };
}

/** The address of a page, or of the preview of one of its rows. */
export function pageLink(id: string, location: PageLocation, row?: string): string {
  return linkTo(row === undefined ? ['p', id] : ['p', id, row], location);
}

/** Adds what the place says to a route of a recipe, which may have parameters of its own. */
export function rowsPath(route: string, location: PageLocation): string {
  const query = linkTo([], location);
  return query && route.includes('?') ? `${route}&${query.slice(1)}` : route + query;
}
