import { useEffect } from 'preact/compat';

const unsaved = new Set<unknown>();

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

/** Marks something as typed and not sent, or as done with. While there is any, the browser asks before the page goes. */
export function markUnsaved(what: unknown, typed: boolean): void {
  if (typed) unsaved.add(what);
  else unsaved.delete(what);
  if (unsaved.size > 0) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}

/** The same for as long as a view is there: what goes with it is not asked about. */
export function useUnsaved(typed: boolean): void {
  useEffect(() => {
    if (!typed) return undefined;
    const what = {};
    markUnsaved(what, true);
    return () => markUnsaved(what, false);
  }, [typed]);
}
