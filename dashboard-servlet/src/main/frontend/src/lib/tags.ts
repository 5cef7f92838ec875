/** The pieces of typed or pasted text: parted by commas, spaces and line breaks. */
export function splitTags(text: string): readonly string[] {
  return text.split(/[,\s]+/).filter(Boolean);
}

/** Pieces that may hold spaces: parted by commas and line breaks. */
export function splitNames(text: string): readonly string[] {
  return text
    .split(/[,\r\n]+/)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

export type Added = {
  readonly tags: readonly string[];
  readonly added: readonly string[];
  /** The first piece that was there already. */
  readonly duplicate: string | undefined;
};

/** The tags with these pieces behind them, each once. */
export function addTags(tags: readonly string[], pieces: readonly string[]): Added {
  const there = new Set(tags);
  const added = new Set<string>();
  let duplicate: string | undefined;
  for (const piece of pieces) {
    if (there.has(piece)) duplicate ??= piece;
    else added.add(piece);
  }
  return { tags: [...tags, ...added], added: [...added], duplicate };
}
