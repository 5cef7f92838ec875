import { getJson } from '@/lib/api-client';
import { toApiError } from '@/lib/api-error';
import type { Overview } from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { timeZone } from '@/lib/zone';

/** With the reader's days, or with UTC's where the server doesn't know the reader's time zone; the answer says which. */
export function overviewQuery(days: number): Query<Overview> {
  const path = linkTo(['overview'], { days: String(days), timeZone: timeZone() });
  const utc = linkTo(['overview'], { days: String(days) });
  return {
    key: path,
    load: (signal) =>
      getJson<Overview>(path, signal).catch((error: unknown) => {
        if (toApiError(error, path).extra('parameter') === 'timeZone') return getJson<Overview>(utc, signal);
        throw error;
      }),
  };
}
