import { fillPath } from '@/lib/action';
import { getJson } from '@/lib/api-client';
import type { Options } from '@/lib/api-types';
import { type Query, useQuery } from '@/lib/query';

type Labels = ReadonlyMap<string, string>;

/** Ids that were chosen from what a route offers. Nobody is asked about them unless its path has `{id}` in it. */
type Chosen = { readonly path: string | undefined; readonly ids: readonly string[] };

/** Asked for one by one: more than these keep their ids. */
const MOST = 50;
const NONE: Query<Labels> = { key: 'labels:', load: () => Promise.resolve(new Map()) };

/** What those that were chosen are called. An id that nobody knows any more stands for itself. */
export function useLabels(chosen: readonly Chosen[]): (path: string | undefined, id: string) => string {
  const asked = chosen
    .flatMap(({ path, ids }) => (path?.includes('{id}') ? ids.map((id) => fillPath(path, { id })) : []))
    .slice(0, MOST);
  const { data, error } = useQuery(asked.length > 0 ? labelsQuery(asked) : NONE);
  return (path, id) => {
    const address = path && fillPath(path, { id });
    if (!address || !asked.includes(address)) return id;
    return data?.get(address) ?? (data || error ? id : '…');
  };
}

/** The same of one route; `known` are those of which it is known already. */
export function useLabelsOf(path: string | undefined, ids: readonly string[], known: Labels): (id: string) => string {
  const labelOf = useLabels([{ path, ids: ids.filter((id) => !known.has(id)) }]);
  return (id) => known.get(id) ?? labelOf(path, id);
}

function labelsQuery(addresses: readonly string[]): Query<Labels> {
  return {
    key: `labels:${addresses.join(' ')}`,
    load: async (signal) => {
      const found = await Promise.all(addresses.map((address) => getJson<Options>(address, signal)));
      return new Map(
        found.flatMap(({ items: [option] }, index) =>
          option ? [[addresses[index] ?? '', option.label] as const] : [],
        ),
      );
    },
  };
}
