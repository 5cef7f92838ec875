import { type RefObject, useEffect, useRef } from 'preact/compat';

/**
 * Keeps focus near when the control that had it goes away: after the next change in the number of `selector` in
 * `container`, focus goes to the one that took its place, else to the heading.
 */
export function useRestoreFocus(container: RefObject<HTMLElement>, selector: string, count: number) {
  const remembered = useRef<number>();

  useEffect(() => {
    const index = remembered.current;
    if (index === undefined) return;
    remembered.current = undefined;
    const left = container.current?.querySelectorAll<HTMLElement>(selector);
    const next = left?.[Math.min(index, left.length - 1)];
    if (next) next.focus();
    else focusHeading(container.current);
  }, [count]);

  return (index: number) => {
    remembered.current = index;
  };
}

function focusHeading(container: HTMLElement | null): void {
  const heading = container?.closest('section')?.querySelector<HTMLElement>('h2') ?? container?.querySelector('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}
