/** What was done, told once: spoken by the live region, and shown as a toast when there is something to read. */

export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly tone: 'ok' | 'danger';
  readonly undo?: () => void;
};

const MOST = 2;
let next = 1;
let toasts: readonly Toast[] = [];
let spoken = '';
const listeners = new Set<() => void>();

const emit = () => {
  for (const listener of listeners) listener();
};

export function subscribeNotices(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentToasts = () => toasts;
export const spokenText = () => spoken;

/** Says `text` to screen readers only. The same words twice are spoken twice. */
export function announce(text: string): void {
  spoken = spoken === text ? `${text}\u00a0` : text;
  emit();
}

/** What can still be undone stays beside the newest; what only says that it is done makes room, so that none pile up. */
export function toast(text: string, options: Partial<Pick<Toast, 'tone' | 'undo'>> = {}): void {
  const kept = toasts.filter(({ undo, tone }) => undo || tone === 'danger');
  toasts = [...kept, { id: next++, text, tone: options.tone ?? 'ok', undo: options.undo }].slice(-MOST);
  announce(text);
}

export function dismiss(id: number): void {
  toasts = toasts.filter((entry) => entry.id !== id);
  emit();
}
