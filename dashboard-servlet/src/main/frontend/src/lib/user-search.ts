import { getJson } from '@/lib/api-client';
import type { Option, UserPage, UserRow } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { disabledQuery, type Query, useQuery } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { useDebouncedValue } from '@/lib/use-debounced-value';
import type { Found } from '@/lib/use-options';

/** Who is found by a name, an email, a phone or an id. */
export function searchQuery(q: string): Query<UserPage> {
  const path = linkTo(['users'], { q, size: 10 });
  return { key: path, load: (signal) => getJson<UserPage>(path, signal) };
}

/** The same as options, once typing rests; nobody for no words. */
export function useFoundUsers(query: string): Found {
  const rested = useDebouncedValue(query);
  const { data, error } = useQuery<UserPage | undefined>(rested ? searchQuery(rested) : disabledQuery);
  return {
    items: rested ? data?.items.map(toOption) : [],
    more: rested !== '' && Boolean(data?.nextCursor),
    settled: rested === query && (rested === '' || data !== undefined),
    failed: error !== undefined,
  };
}

function toOption(user: UserRow): Option {
  const address = user.email ?? user.phone;
  return { id: user.id, label: user.name ?? address ?? user.id, hint: user.name ? address : t('users.noName') };
}
