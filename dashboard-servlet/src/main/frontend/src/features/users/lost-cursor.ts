import { useEffect, useState } from 'preact/compat';
import { navigate } from '@/lib/router';
import { changed, type UsersPlace, usersLink } from './users-place';

/** A cursor the server no longer knows: the list starts anew, and says so until the operator moves on. */
export function useLostCursor(slug: string | undefined, place: UsersPlace) {
  const [at, setAt] = useState<string>();
  const here = usersLink(place);
  const start = usersLink(changed(place, {}));

  useEffect(() => {
    if (slug !== 'cursor-invalid') return;
    setAt(start);
    navigate(start, { replace: true });
  }, [slug, start]);

  useEffect(() => {
    if (at !== undefined && at !== here) setAt(undefined);
  }, [here]);

  return { shown: at === here, dismiss: () => setAt(undefined) };
}
