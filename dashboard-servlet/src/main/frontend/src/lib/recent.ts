/** Something that was looked at lately. */
export type Recent = { readonly id: string; readonly label: string; readonly hint?: string; readonly href: string };

const MOST = 5;

/** In memory, never in the browser's storage: it tells of people. */
let kept: readonly Recent[] = [];

export const recents = (): readonly Recent[] => kept;

export function remember(recent: Recent): void {
  kept = [recent, ...kept.filter(({ href }) => href !== recent.href)].slice(0, MOST);
}

export function forgetRecents(): void {
  kept = [];
}
