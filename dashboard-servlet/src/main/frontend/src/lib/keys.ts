/** Whether the keyboard has ⌘, which does there what Ctrl does elsewhere. */
export const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

/** Ctrl and K, or ⌘ and K: on a Mac Ctrl-K deletes to the end of a line. */
export function isPaletteKey(event: KeyboardEvent): boolean {
  const command = isMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
}
