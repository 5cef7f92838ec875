const KEY = 'userdeck.language';
/** Where the choice of the operator who is signed in is kept. */
export const OWN_LANGUAGE = 'userdeck.own-language';

export type Language = { readonly tag: string; readonly name: string };

/** Those that this page can speak, each by the name that it gives itself. */
export function languages(): readonly Language[] {
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[name="userdeck-language"]');
  const tags = new Set(Array.from(metas, ({ content }) => content));
  return Array.from(tags, (tag) => ({ tag, name: languageName(tag) })).sort((one, other) =>
    one.name.localeCompare(other.name, currentLanguage()),
  );
}

/** The one that it speaks. */
export const currentLanguage = () => document.documentElement.lang;

/**
 * For whoever is at this device, in place of what an operator chose who was here before. Kept where storage is allowed. The page is
 * loaded anew, as all words change.
 */
export function chooseLanguage(tag: string): void {
  try {
    localStorage.setItem(KEY, tag);
    localStorage.removeItem(OWN_LANGUAGE);
  } catch {
    return; // Storage is blocked: the browser's language it is.
  }
  location.reload();
}

/** As it names itself. */
export function languageName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
