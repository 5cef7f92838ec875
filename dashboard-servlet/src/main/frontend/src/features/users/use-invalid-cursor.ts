import { useEffect, useState } from 'preact/compat';
import { navigate } from '@/lib/router';
import { changed, type UsersLocation, usersLink } from './users-location';

/** A cursor the server no longer knows: the list starts anew, and says so until the operator moves on. */
export function useInvalidCursor(slug: string | undefined, location: UsersLocation) {
  const [at, setAt] = useState<string>();
  const here = usersLink(location);
  const start = usersLink(changed(location, {}));

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
