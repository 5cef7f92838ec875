import { getJson } from '@/lib/api-client';
import type { About } from '@/lib/api-types';
import type { Query } from '@/lib/query';

export const aboutQuery: Query<About> = {
  key: 'about',
  load: (signal) => getJson<About>('about', signal),
};
