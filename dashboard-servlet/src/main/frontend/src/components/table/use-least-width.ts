import { useLayoutEffect, useRef, useState } from 'preact/compat';

type Wide = { readonly width?: string; readonly small?: string; readonly priority?: number };

/** The priority of a column that a narrow window hides. */
export const hidable = ({ priority }: Wide) => (priority && priority > 1 ? priority : undefined);

/**
 * No column gets narrower than its values need, and those that take what is left no narrower than a name. Set through the
 * CSSOM, which the content security policy allows where it forbids style attributes.
 */
export function useLeastWidth(columns: readonly Wide[]) {
  const table = useRef<HTMLTableElement>(null);
  const [scrolls, setScrolls] = useState(false);
  const least = columns.map(leastWidth).join(' + ');

  useLayoutEffect(() => {
    const element = table.current;
    const frame = element?.parentElement;
    if (!element || !frame) return undefined;
    element.style.setProperty('min-width', `calc(${least})`);
    const measure = () => setScrolls(element.offsetWidth > frame.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [least]);

  return { table, scrolls };
}

function leastWidth({ width, small, priority }: Wide): string {
  const own = width && width !== 'grow' ? width : small === 'main' ? 'main' : 'grow';
  const shown = hidable({ priority });
  return shown ? `var(--${own}) * var(--p${shown})` : `var(--${own})`;
}
