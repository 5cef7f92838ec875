export type FormDrafts<T> = {
  readonly of: (key: string) => T | undefined;
  /** Without a draft: it was sent or discarded. */
  readonly keep: (key: string, draft: T | undefined) => void;
};

/** What was typed into a kind of form and not sent, kept while the page is open: in memory, never in web storage. */
export function formDrafts<T>(): FormDrafts<T> {
  const drafts = new Map<string, T>();
  return {
    of: (key) => drafts.get(key),
    keep: (key, draft) => {
      if (draft) drafts.set(key, draft);
      else drafts.delete(key);
    },
  };
}
