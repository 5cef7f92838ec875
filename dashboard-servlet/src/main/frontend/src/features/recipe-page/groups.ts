export type Group = { readonly key: string | undefined; readonly words: readonly string[] };

/** Words that begin alike up to `by` stand together, without that beginning; those without it come first, as they are. */
export function groupsOf(words: readonly string[], by: string | undefined): readonly Group[] {
  const groups = new Map<string | undefined, string[]>();
  for (const word of words) {
    const at = by ? word.indexOf(by) : -1;
    const parted = at > 0 && at + 1 < word.length;
    const key = parted ? word.slice(0, at) : undefined;
    const list = groups.get(key) ?? [];
    list.push(parted ? word.slice(at + 1) : word);
    groups.set(key, list);
  }
  const found = Array.from(groups, ([key, list]) => ({ key, words: list }));
  return [...found.filter((group) => group.key === undefined), ...found.filter((group) => group.key !== undefined)];
}
