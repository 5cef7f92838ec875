import { fillPath } from '@/lib/action';
import { getJson } from '@/lib/api-client';
import type { Option, Options } from '@/lib/api-types';

export type LookedUp = {
  readonly known: readonly Option[];
  readonly unknown: readonly string[];
};

/**
 * Finds what was typed or pasted among what a route offers: by id or label, and a single piece also when there is only one
 * that it can mean.
 */
export async function lookUp(path: string, pieces: readonly string[], guess: boolean): Promise<LookedUp> {
  const options = await Promise.all(pieces.map((piece) => find(path, piece, guess && pieces.length === 1)));
  return {
    known: options.filter((option) => option !== undefined),
    unknown: pieces.filter((_, index) => options[index] === undefined),
  };
}

async function find(path: string, piece: string, guess: boolean): Promise<Option | undefined> {
  const { items, more } = await getJson<Options>(fillPath(path, { query: piece }));
  const [only, ...others] = items;
  return (
    items.find(({ id, label }) => id === piece || label === piece) ??
    items.find(({ label }) => label.toLowerCase() === piece.toLowerCase()) ??
    (guess && others.length === 0 && !more ? only : undefined)
  );
}
