import { getJson } from '@/lib/api-client';
import type { UserCount, UserPage } from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';
import type { UsersLocation } from '../users-location';

export function usersQuery({ filters, chosen: _, ...location }: UsersLocation): Query<UserPage> {
  const path = linkTo(['users'], { ...location, ...filters });
  return { key: path, load: (signal) => getJson<UserPage>(path, signal) };
}

/** How many there are, apart from the list: nobody waits for it. */
export function countQuery({ filters, tenant, q }: UsersLocation): Query<UserCount> {
  const path = linkTo(['users', 'count'], { tenant, q, ...filters });
  return { key: path, load: (signal) => getJson<UserCount>(path, signal) };
}

export function providersQuery(): Query<readonly string[]> {
  const path = 'users/providers';
  return { key: path, load: (signal) => getJson<readonly string[]>(path, signal) };
}
