import { useEffect } from 'preact/compat';
import { linkTo, navigate, useLocation } from '@/lib/router';

/** Starts the action of a page that the address names behind its #, so that a link can lead to it; once. */
export function useAskedAction(start: (name: string) => void): void {
  const { path, query, hash } = useLocation();

  useEffect(() => {
    if (!hash.startsWith(ASKED)) return;
    navigate(linkTo(path.split('/').map(decodeURIComponent), Object.fromEntries(query)), { replace: true });
    start(hash.slice(ASKED.length));
  }, [hash]);
}

const ASKED = 'do-';

/** A link to a page that starts this action there. */
export const actionHref = (page: string, name: string) => `${page}#${ASKED}${name}`;
