import { linkTo } from '@/lib/router';

/** What the address of the users list says. */
export type UsersPlace = {
  readonly sort: '-joined' | 'joined';
  readonly size: number;
  readonly tenant?: string;
  readonly cursor?: string;
};

export const SIZES = [10, 25, 50, 100] as const;
const DEFAULT_SIZE = 50;

/** What is not understood is left out: a link from yesterday still opens a list. */
export function readUsersPlace(query: URLSearchParams): UsersPlace {
  const size = Number(query.get('size'));
  return {
    sort: query.get('sort') === 'joined' ? 'joined' : '-joined',
    size: SIZES.find((known) => known === size) ?? DEFAULT_SIZE,
    tenant: query.get('tenant') ?? undefined,
    cursor: query.get('cursor') ?? undefined,
  };
}

/**
 * The address of a place. Defaults are left out, so that the plain list has a plain address; `over` is what is open
 * above the list.
 */
export function usersLink(place: UsersPlace, ...over: readonly string[]): string {
  return linkTo(['users', ...over], {
    sort: place.sort === 'joined' ? 'joined' : undefined,
    size: place.size === DEFAULT_SIZE ? undefined : place.size,
    tenant: place.tenant,
    cursor: place.cursor,
  });
}

/** Another order or length starts at the first page: a cursor belongs to the list it came from. */
export function changed(place: UsersPlace, change: Partial<UsersPlace>): UsersPlace {
  return { ...place, cursor: undefined, ...change };
}
