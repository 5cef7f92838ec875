import { currentLanguage, OWN_LANGUAGE } from '@/lib/language';

const TIME_ZONE = 'userdeck.own-time-zone';

/** What an operator has chosen on the own account; what is absent is the browser's. */
export type Preferences = { readonly language?: string | null; readonly timeZone?: string | null };

/** The time zone that was chosen, if the browser knows it. Kept on this device, as the clock is picked before anybody is asked. */
export const ownTimeZone = usable(kept(TIME_ZONE));

/**
 * Keeps what the operator who is signed in has chosen, for this load of the page and those to come. The page is loaded anew if it
 * speaks another language or goes by another clock; tells whether it is.
 */
export function adoptPreferences({ language, timeZone }: Preferences): boolean {
  const changed = [keep(OWN_LANGUAGE, language), keep(TIME_ZONE, timeZone)];
  const speaks = changed[0] && (!language || language !== currentLanguage());
  if (!speaks && !changed[1]) return false;
  location.reload();
  return true;
}

/** Tells whether it was something else before. Where storage is blocked it stays as it was. */
function keep(key: string, value: string | null | undefined): boolean {
  try {
    if ((localStorage.getItem(key) ?? '') === (value ?? '')) return false;
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function usable(zone: string | undefined): string | undefined {
  try {
    return zone && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
