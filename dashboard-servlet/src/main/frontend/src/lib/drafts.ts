import { markUnsaved } from './unsaved';

/** What was typed and not saved, kept while the page is open: in memory, never in the browser's storage. */
export type Draft = {
  readonly text: string;
  /** Of what it was made from. */
  readonly etag: string;
  /** The text that the typing began with. */
  readonly from: string;
};

const drafts = new Map<string, Draft>();

export const draftOf = (key: string): Draft | undefined => drafts.get(key);

/** Without a draft: it was saved or discarded. */
export function keepDraft(key: string, draft: Draft | undefined): void {
  if (draft) drafts.set(key, draft);
  else drafts.delete(key);
  markUnsaved(`draft ${key}`, draft !== undefined && draft.text !== draft.from);
}
