import { fillPath, type PathValues } from '@/lib/action';
import { getJson } from '@/lib/api-client';
import type { Option, Options } from '@/lib/api-types';
import { type Query, usePlaceholderData, useQuery } from '@/lib/query';
import { useDebouncedValue } from '@/lib/use-debounced-value';

/** What there is to choose from. */
export type Found = {
  /** Absent until the first answer. */
  readonly items: readonly Option[] | undefined;
  /** Whether there are others, which a search may find. */
  readonly more: boolean;
  /** Whether it is the answer to what is typed now, and not to what was typed before. */
  readonly settled: boolean;
  readonly failed: boolean;
};

const NOWHERE: Query<Options> = { key: 'options:', load: () => Promise.resolve({ items: [], more: false }) };

const optionsQuery = (path: string): Query<Options> => ({
  key: `options:${path}`,
  load: (signal) => getJson<Options>(path, signal),
});

/**
 * What a route offers for `query`, asked for once typing rests; until then what it offered before. `path` has `{query}` in
 * it; without one nothing is asked for.
 */
export function useOptions(path: string | undefined, query: string, values: PathValues = {}): Found {
  const rested = useDebouncedValue(query);
  const options = useQuery(path ? optionsQuery(fillPath(path, { ...values, query: rested })) : NOWHERE);
  const shown = usePlaceholderData(options.data);
  return {
    items: shown?.items,
    more: shown?.more ?? false,
    settled: rested === query && options.data !== undefined,
    failed: options.error !== undefined,
  };
}

/** Those of a few whose label holds what is typed. */
export function findAmong(options: readonly Option[], query: string): Found {
  const words = query.toLowerCase();
  const items = options.filter(({ label }) => label.toLowerCase().includes(words));
  return { items, more: false, settled: true, failed: false };
}
