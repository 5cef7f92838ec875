import type { Catalog, Message, MessageKey } from './message';

/** The languages of the build. Each is a file of its own, which is loaded where it is spoken. */
const catalogs: Readonly<Record<string, () => Promise<Catalog<MessageKey>>>> = { de: german, en: english };

/** What a file on the app's class path has: some of our keys or all, and those of recipes. */
type Translation = {
  readonly messages?: Readonly<Record<string, Message>>;
  readonly sentences?: Readonly<Record<string, readonly Message[]>>;
};

/** The words of the page's language, which the boot script has picked: those of the build, and over them those of the class path. */
export async function loadCatalog(): Promise<Catalog<MessageKey>> {
  if (typeof document === 'undefined') return english();
  const language = document.documentElement.lang;
  const built = catalogs[language];
  const [own, added] = await Promise.all([(built ?? english)(), loadTranslation(language)]);
  return {
    locale: built || !added ? own.locale : language,
    messages: { ...own.messages, ...added?.messages },
    sentences: { ...own.sentences, ...added?.sentences },
  };
}

async function german(): Promise<Catalog<MessageKey>> {
  return (await import('./de')).de;
}

async function english(): Promise<Catalog<MessageKey>> {
  return (await import('./en')).en;
}

/** Without it there are the words of the build, and those that come with what recipes show. */
async function loadTranslation(language: string): Promise<Translation | undefined> {
  const named = document.querySelector<HTMLMetaElement>(`meta[content="${language}"][data-words$=".json"]`);
  if (!named?.dataset.words) return undefined;
  try {
    const answer = await fetch(named.dataset.words);
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
