import { useLayoutEffect, useRef, useState } from 'preact/compat';

const GAP = 4;
const EDGE = 8;

/**
 * A popover of the browser's own, placed below its trigger, or above it where there is no room. It closes on Escape and
 * on a click elsewhere, and focus returns to the trigger. `onShow` moves focus into it.
 */
export function usePopover<Trigger extends HTMLElement, Pop extends HTMLElement>(onShow?: () => void) {
  const trigger = useRef<Trigger>(null);
  const pop = useRef<Pop>(null);
  const [open, setOpen] = useState(false);

  const show = (element: Pop) => {
    element.showPopover({ source: trigger.current ?? undefined });
    if (trigger.current) place(element, trigger.current);
    onShow?.();
  };

  useLayoutEffect(() => {
    const element = pop.current;
    if (!open || !element) return undefined;
    const onToggle = (event: Event) => {
      if (event instanceof ToggleEvent && event.newState === 'closed') setOpen(false);
    };
    const move = () => trigger.current && place(element, trigger.current);
    element.addEventListener('toggle', onToggle);
    window.addEventListener('resize', move);
    window.addEventListener('scroll', move, true);
    show(element);
    const observer = new ResizeObserver(move);
    observer.observe(element);
    return () => {
      observer.disconnect();
      element.removeEventListener('toggle', onToggle);
      window.removeEventListener('resize', move);
      window.removeEventListener('scroll', move, true);
    };
  }, [open]);

  const close = () => {
    pop.current?.hidePopover();
    setOpen(false);
    trigger.current?.focus();
  };

  /** The browser knows first: it tells of a popover that it closed only after the next key may have come. */
  const turn = () => {
    const element = pop.current;
    if (!element) setOpen(true);
    else if (element.matches(':popover-open')) close();
    else show(element);
  };

  return { trigger, pop, open, turn, close };
}

/** Set through the CSSOM, which the content security policy allows where it forbids style attributes. */
function place(pop: HTMLElement, trigger: HTMLElement): void {
  const box = trigger.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = pop;
  const left = Math.max(EDGE, Math.min(box.left, window.innerWidth - width - EDGE));
  const below = box.bottom + GAP;
  const fits = below + height <= window.innerHeight - EDGE;
  const top = fits ? below : Math.max(EDGE, box.top - GAP - height);
  pop.style.setProperty('left', `${left}px`);
  pop.style.setProperty('top', `${top}px`);
}
