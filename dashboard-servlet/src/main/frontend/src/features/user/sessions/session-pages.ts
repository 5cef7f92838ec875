import { useEffect, useState } from 'preact/compat';
import type { SessionPage } from '@/lib/api-types';
import { disabledQuery, usePlaceholderData, useQuery } from '@/lib/query';
import { sessionsQuery } from '../api/user';

/** The page of sessions that is shown: `first` came with the user; one that has become empty leads back to it. */
export function useSessionPages(user: string, first: SessionPage) {
  const [cursor, setCursor] = useState<string>();
  const page = useQuery<SessionPage | undefined>(cursor ? sessionsQuery(user, cursor) : disabledQuery);
  const shown = usePlaceholderData(cursor ? page.data : first) ?? first;
  const isOver = cursor !== undefined && page.data?.items.length === 0;

  useEffect(() => {
    if (isOver) setCursor(undefined);
  }, [isOver]);

  return { ...shown, failure: cursor ? page.error : undefined, turn: setCursor, back: () => setCursor(undefined) };
}
