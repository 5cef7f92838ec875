import type { Catalog, FirstKey, Message, PageKey } from './message';

type Words = Readonly<Record<string, Message>>;

type Language = {
  readonly first: () => Promise<Catalog<FirstKey>>;
  readonly pages: () => Promise<Readonly<Record<PageKey, Message>>>;
};

const english: Language = {
  first: async () => (await import('./en')).en,
  pages: async () => (await import('./en-pages')).enPages,
};

/** The languages of the build. Each is two files of its own, which are loaded where it is spoken. */
const languages: Readonly<Record<string, Language>> = {
  de: {
    first: async () => (await import('./de')).de,
    pages: async () => (await import('./de-pages')).dePages,
  },
  en: english,
};

/** What a file on the app's class path has: some of our keys or all, and those of recipes. */
type Translation = Partial<Pick<Catalog<string>, 'messages' | 'sentences'>>;

/** The words of the page's language, and how to get those of the pages that are loaded when they are opened. */
export type Spoken = Catalog<string> & { readonly loadPages: () => Promise<Words> };

/** Of the page's language, which the boot script has picked: what the build has, and over it what the class path has. */
export async function loadCatalog(): Promise<Spoken> {
  const tag = typeof document === 'undefined' ? 'en' : document.documentElement.lang;
  const built = languages[tag] ?? english;
  const [first, added] = await Promise.all([built.first(), loadTranslation(tag)]);
  return {
    locale: languages[tag] || !added ? first.locale : tag,
    messages: { ...first.messages, ...added?.messages },
    sentences: { ...first.sentences, ...added?.sentences },
    loadPages: async () => ({ ...(await built.pages()), ...added?.messages }),
  };
}

/** Without it there are the words of the build, and those that come with what recipes show. */
async function loadTranslation(tag: string): Promise<Translation | undefined> {
  if (typeof document === 'undefined') return undefined;
  const named = document.querySelector<HTMLMetaElement>(`meta[content="${tag}"][data-words$=".json"]`);
  if (!named?.dataset.words) return undefined;
  try {
    const answer = await fetch(named.dataset.words);
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
