import { linkTo } from '@/lib/router';

export const SORTS = ['-joined', 'joined', '-lastSeen', 'lastSeen', 'name', '-name', 'email', '-email'] as const;
export type Sort = (typeof SORTS)[number];

/** What the address of the users list says. */
export type UsersLocation = {
  readonly sort: Sort;
  readonly size: number;
  readonly tenant?: string;
  readonly cursor?: string;
  /** What is searched for. */
  readonly q?: string;
  /** Filters by their parameter, as it stands in the address. */
  readonly filters: Readonly<Record<string, string>>;
  /** Whether one arrives with all that match selected. */
  readonly chosen?: boolean;
};

/** Where users are brought in from files. */
export const IMPORT_HREF = 'imports';

export const SIZES = [10, 25, 50, 100] as const;
const DEFAULT_SIZE = 50;

/** The filters that every list has; those of recipes begin with `f.`. */
export const OWN_FILTERS = ['status', 'method', 'provider', 'joined', 'lastSeen', 'activeSince', 'job'] as const;

/** What is not understood is left out: a link from yesterday still opens a list. */
export function readUsersLocation(query: URLSearchParams): UsersLocation {
  const size = Number(query.get('size'));
  const filters = [...query].filter(([name, value]) => value !== '' && isFilter(name));
  return {
    sort: SORTS.find((known) => known === query.get('sort')) ?? '-joined',
    size: SIZES.find((known) => known === size) ?? DEFAULT_SIZE,
    tenant: query.get('tenant') ?? undefined,
    cursor: query.get('cursor') ?? undefined,
    q: query.get('q')?.trim() || undefined,
    filters: Object.fromEntries(filters),
    chosen: query.get('chosen') === 'all' || undefined,
  };
}

function isFilter(name: string): boolean {
  return name.startsWith('f.') || OWN_FILTERS.some((own) => own === name);
}

/**
 * The address of a place. Defaults are left out, so that the plain list has a plain address; `over` is what is open
 * above the list.
 */
export function usersLink(location: UsersLocation, ...over: readonly string[]): string {
  return linkTo(['users', ...over], {
    q: location.q,
    ...location.filters,
    sort: location.sort === '-joined' ? undefined : location.sort,
    size: location.size === DEFAULT_SIZE ? undefined : location.size,
    tenant: location.tenant,
    cursor: location.cursor,
  });
}

/** Where the whole of a list is to be had as a file. */
export function exportPath({ q, filters, sort, tenant }: UsersLocation, format: string): string {
  return linkTo(['users', 'export'], { q, ...filters, sort, tenant, format });
}

/** Another order, filter or length starts at the first page: a cursor belongs to the list it came from. */
export function changed(location: UsersLocation, change: Partial<UsersLocation>): UsersLocation {
  return { ...location, cursor: undefined, ...change };
}

/** The place with a filter set anew, or without it. */
export function filtered(location: UsersLocation, param: string, value: string | undefined): UsersLocation {
  const { [param]: _, ...rest } = location.filters;
  return changed(location, { filters: value ? { ...rest, [param]: value } : rest });
}

/** Whether anything narrows the list. */
export function isNarrowed(location: UsersLocation): boolean {
  return location.q !== undefined || Object.keys(location.filters).length > 0;
}
