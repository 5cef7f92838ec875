import { getJson } from '@/lib/api-client';
import type { Overview } from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';

export function overviewQuery(days: number): Query<Overview> {
  const path = linkTo(['overview'], { days: String(days) });
  return { key: path, load: (signal) => getJson<Overview>(path, signal) };
}
