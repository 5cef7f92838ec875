import { useEffect, useRef } from 'preact/compat';

let last = 0;

/**
 * Makes what is open an entry of the history, so that Back closes it and nothing else. `onBack` returns whether it may
 * close; if not, the entry is put back. Closing in another way takes the entry away again.
 */
export function useCloseOnBack(active: boolean, onBack: () => boolean): void {
  const handler = useRef(onBack);
  handler.current = onBack;

  useEffect(() => {
    if (!active) return undefined;
    const entry = ++last;
    const isOnTop = () => entryOf(history.state) === entry;
    const push = () => history.pushState({ entry }, '');
    const onPop = () => {
      if (!isOnTop() && !handler.current()) push();
    };
    push();
    window.addEventListener('popstate', onPop);
    return () => {
      window.removeEventListener('popstate', onPop);
      if (isOnTop()) history.back();
    };
  }, [active]);
}

function entryOf(state: unknown): unknown {
  return typeof state === 'object' && state !== null && 'entry' in state ? state.entry : undefined;
}
