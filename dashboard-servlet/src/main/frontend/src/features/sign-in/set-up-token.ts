import { currentLocation, navigate } from '@/lib/router';

/** The token of a set-up link. It is taken out of the address, so that it stays in no history. */
export function takeSetUpToken(): string {
  const { path, hash } = currentLocation();
  if (path !== 'setup' || !hash) return '';
  navigate('setup', { replace: true });
  return decodeURIComponent(hash);
}
