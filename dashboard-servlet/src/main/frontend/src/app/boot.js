/* Runs before the first paint: theme and language. Only preferences are kept, never a secret. */
{
  const kept = (name) => {
    try {
      return localStorage.getItem(`userdeck.${name}`);
    } catch {
      return null; // Storage is blocked.
    }
  };
  const root = document.documentElement;

  const theme = kept('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  // One element for each file of words: that of the build, and what the class path has.
  const files = new Map();
  for (const { content, dataset } of document.querySelectorAll('meta[name="userdeck-language"]')) {
    files.set(content, [...(files.get(content) ?? []), dataset.words]);
  }
  const spoken = (tag) => [tag, tag.split('-')[0]].find((language) => files.has(language));
  const wanted = [kept('own-language') ?? '', kept('language') ?? '', ...navigator.languages, root.lang];
  const language = wanted.map(spoken).find(Boolean) ?? 'en';
  root.lang = language;
  if (/^(ar|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)$/.test(language)) root.dir = 'rtl';

  // A language that the build doesn't have says in English what it lacks.
  const isBuilt = (file) => !file.endsWith('.json');
  const own = files.get(language) ?? [];
  for (const file of own.some(isBuilt) ? own : [...(files.get('en') ?? []).filter(isBuilt), ...own]) {
    const link = document.createElement('link');
    link.rel = isBuilt(file) ? 'modulepreload' : 'preload';
    if (!isBuilt(file)) link.as = 'fetch';
    link.crossOrigin = '';
    link.href = file;
    document.head.append(link);
  }
}
