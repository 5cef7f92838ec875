/**
 * Does something once what was just changed is drawn, and before the next key or click: Preact draws in a microtask that
 * the change has queued, so the next one comes right behind it. A frame later would be too late: who types fast would see
 * focus taken away.
 */
export function afterRender(action: () => void): void {
  queueMicrotask(action);
}
