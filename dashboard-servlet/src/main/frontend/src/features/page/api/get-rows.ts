import { getJson } from '@/lib/api-client';
import type { Page, PageRows } from '@/lib/contract';
import type { Query } from '@/lib/query';
import { type PagePlace, rowsPath } from '../page-place';

export function rowsQuery(page: Page, place: PagePlace): Query<PageRows> {
  const path = rowsPath(page.data, place);
  return { key: path, load: (signal) => getJson<PageRows>(path, signal) };
}
