import type { PageShape } from '@/lib/api-types';
import { linkTo } from '@/lib/router';

/** What the address of a recipe's page says: the search, the page, and the choice of each of its filters. */
export type PageLocation = { readonly q?: string; readonly cursor?: string } & Readonly<
  Record<string, string | undefined>
>;

type Filters = PageShape['filters'];

export function readPageLocation(query: URLSearchParams, filters: Filters): PageLocation {
  const names = ['q', 'cursor', ...filters.map(({ parameter }) => parameter)];
  return Object.fromEntries(names.map((name) => [name, query.get(name) || undefined]));
}

/** The same with another search or choice, at its first page. */
export function narrowed(location: PageLocation, change: PageLocation): PageLocation {
  return { ...location, ...change, cursor: undefined };
}

/** Whether a filter leaves rows out. */
export const isFiltered = (location: PageLocation, filters: Filters): boolean =>
  filters.some(({ parameter }) => location[parameter] !== undefined);

/** The address of a page, or of the preview of one of its rows. */
export function pageLink(id: string, location: PageLocation, row?: string): string {
  return linkTo(row === undefined ? ['p', id] : ['p', id, row], location);
}

/** Adds what the place says to a route of a recipe, which may have parameters of its own. */
export function rowsPath(route: string, location: PageLocation): string {
  const query = linkTo([], location);
  return query && route.includes('?') ? `${route}&${query.slice(1)}` : route + query;
}
