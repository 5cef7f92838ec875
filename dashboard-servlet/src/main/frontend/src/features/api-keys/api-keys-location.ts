import { linkTo } from '@/lib/router';

/** What the address of the API keys says. */
export type ApiKeysLocation = { readonly q?: string; readonly cursor?: string };

const WHOLE_KEY = /udk_\w{8}(?=_)\w+/g;

export function readApiKeysLocation(query: URLSearchParams): ApiKeysLocation {
  return { q: query.get('q') ?? undefined, cursor: query.get('cursor') ?? undefined };
}

/** The address of a page of keys. Of a key that was pasted whole it has what may be seen alone. */
export function apiKeysLink({ q, cursor }: ApiKeysLocation): string {
  return linkTo(['api-keys'], { q: q?.replace(WHOLE_KEY, (key) => key.slice(0, 12)), cursor });
}
