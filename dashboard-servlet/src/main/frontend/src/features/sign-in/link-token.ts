import { currentLocation, navigate } from '@/lib/router';

/** Pages that links of operators lead to. */
const PAGES = new Set(['invite', 'reset']);

export const isLinkPage = (path: string) => PAGES.has(path);

/** The token of a link. It is taken out of the address, so that it stays in no history. */
export function takeLinkToken(): string {
  const { path, hash } = currentLocation();
  if (!hash) return '';
  navigate(path, { replace: true });
  return decodeURIComponent(hash);
}
