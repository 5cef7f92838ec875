import { useEffect, useRef, useState } from 'preact/compat';

/** Below the sticky parts and the margin at which a link to a panel stops. */
const LINE_PX = 104;
const ROUNDING_PX = 2;

/**
 * The panel one is at: the one whose link was followed last, until one scrolls or goes into another; else the last whose
 * top has passed the head, and at the end of the page its last one. A panel beside the others counts only when followed.
 */
export function useCurrentStop(ids: readonly string[]) {
  const [current, setCurrent] = useState(ids[0]);
  const followed = useRef(ids.find((id) => id === decodeURIComponent(location.hash.slice(1))));
  const key = ids.join(' ');

  useEffect(() => {
    const mark = () => setCurrent(followed.current ?? passed(ids));
    const release = () => {
      followed.current = undefined;
    };
    const onFocus = ({ target }: FocusEvent) => {
      const panel = target instanceof Element ? target.closest('section[id]') : null;
      if (panel && panel.id !== followed.current) release();
    };
    const observer = new ResizeObserver(mark);
    observer.observe(document.body);
    window.addEventListener('scroll', mark, { passive: true });
    window.addEventListener('wheel', release, { passive: true });
    window.addEventListener('touchmove', release, { passive: true });
    document.addEventListener('focusin', onFocus);
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', mark);
      window.removeEventListener('wheel', release);
      window.removeEventListener('touchmove', release);
      document.removeEventListener('focusin', onFocus);
    };
  }, [key]);

  const follow = (id: string) => {
    followed.current = id;
    setCurrent(id);
  };
  return { current, follow };
}

function passed(ids: readonly string[]): string | undefined {
  const panels = ids.flatMap((id) => document.getElementById(id) ?? []);
  const right = panels[0]?.closest('[data-side]')?.firstElementChild?.getBoundingClientRect().right ?? Infinity;
  const stacked = panels.filter((panel) => panel.getBoundingClientRect().left < right);
  const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
  if (scrollTop <= 0) return stacked[0]?.id;
  if (scrollTop + clientHeight >= scrollHeight - ROUNDING_PX) return stacked.at(-1)?.id;
  return (stacked.filter((panel) => panel.getBoundingClientRect().top <= LINE_PX).at(-1) ?? stacked[0])?.id;
}
