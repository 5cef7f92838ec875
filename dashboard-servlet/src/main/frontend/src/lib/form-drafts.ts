import { markUnsaved } from './unsaved';

export type FormDrafts<T> = {
  readonly of: (key: string) => T | undefined;
  /** Without a draft: it was sent or discarded. */
  readonly keep: (key: string, draft: T | undefined) => void;
};

/**
 * What was typed into a kind of form and not sent, kept while the page is open: in memory, never in web storage. As long
 * as one `isTyped`, the browser asks before the page goes.
 */
export function formDrafts<T>(isTyped: (draft: T) => boolean): FormDrafts<T> {
  const drafts = new Map<string, T>();
  return {
    of: (key) => drafts.get(key),
    keep: (key, draft) => {
      const before = drafts.get(key);
      if (draft) drafts.set(key, draft);
      else drafts.delete(key);
      markUnsaved(before, false);
      if (draft) markUnsaved(draft, isTyped(draft));
    },
  };
}
