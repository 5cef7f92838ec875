import { getJson } from '@/lib/api-client';
import type { UserList } from '@/lib/contract';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';
import type { UsersPlace } from '../users-place';

export function usersQuery(place: UsersPlace): Query<UserList> {
  const path = linkTo(['users'], place);
  return { key: path, load: (signal) => getJson<UserList>(path, signal) };
}
