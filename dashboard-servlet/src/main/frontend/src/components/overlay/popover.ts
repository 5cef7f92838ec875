import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/compat';
import { focus } from '@/lib/focus-guard';

const GAP = 4;
const EDGE = 8;

/**
 * A popover of the browser's own, placed below its trigger, or above it where there is no room. It closes on Escape and
 * on a click elsewhere, and focus returns to the trigger. `onShow` moves focus into it; where there is nothing yet that
 * could have it, the popover itself has.
 */
export function usePopover<Trigger extends HTMLElement, Pop extends HTMLElement>(onShow?: () => void) {
  const trigger = useRef<Trigger>(null);
  const pop = useRef<Pop>(null);
  const [open, setOpen] = useState(false);

  const show = (element: Pop) => {
    element.showPopover({ source: trigger.current ?? undefined });
    if (trigger.current) place(element, trigger.current);
    onShow?.();
    if (onShow && !element.contains(document.activeElement)) focus(element);
  };

  useLayoutEffect(() => {
    const element = pop.current;
    if (!open || !element) return undefined;
    const onToggle = (event: Event) => {
      if (event instanceof ToggleEvent && event.newState === 'closed') setOpen(false);
    };
    element.addEventListener('toggle', onToggle);
    show(element);
    const leave = follow(element, () => trigger.current);
    return () => {
      leave();
      element.removeEventListener('toggle', onToggle);
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

/**
 * A list below the box that one types in, as wide as the box and on top of all else, so that nothing jumps when it comes and
 * goes. It is shown as long as it is drawn, and focus stays in the box.
 */
export function useDropDown<Pop extends HTMLElement>(box: RefObject<HTMLElement>) {
  const pop = useRef<Pop>(null);

  useLayoutEffect(() => {
    const element = pop.current;
    if (!element) return undefined;
    element.showPopover();
    element.addEventListener('mousedown', (event) => event.preventDefault());
    const input = () => {
      element.style.setProperty('width', `${box.current?.offsetWidth ?? 0}px`);
      return box.current;
    };
    return follow(element, input, placeBeside);
  }, []);

  return pop;
}

/** Keeps its place by the trigger until what is returned is called. */
function follow(pop: HTMLElement, trigger: () => HTMLElement | null, put = place): () => void {
  const move = () => {
    const element = trigger();
    if (element) put(pop, element);
  };
  move();
  window.addEventListener('resize', move);
  window.addEventListener('scroll', move, true);
  const observer = new ResizeObserver(move);
  observer.observe(pop);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', move);
    window.removeEventListener('scroll', move, true);
  };
}

/** The same without covering the trigger: where there is more room, and no higher than that. */
function placeBeside(pop: HTMLElement, trigger: HTMLElement): void {
  const { top, bottom } = trigger.getBoundingClientRect();
  const room = Math.max(top, window.innerHeight - bottom) - GAP - EDGE;
  pop.style.setProperty('max-height', `min(15rem, ${room}px)`);
  place(pop, trigger);
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
