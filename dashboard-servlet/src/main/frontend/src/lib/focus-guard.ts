/** Where focus was: the control, all around it, and its place in a list of things that are alike. */
type Place = {
  readonly control: HTMLElement;
  readonly around: readonly Element[];
  readonly item: Element | null;
  readonly at: number;
};

const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex]';
const PARTS = 'section, aside, dialog, [popover], main';
const REMEMBERED = 8;

/**
 * Focus is never lost: when the control that has it goes away or is moved, focus goes to the one that took its place in
 * the list, else to the heading of the part it was in, else to the page's heading. Whoever knows a better place moves
 * focus there while drawing, which is before this looks. Only a click beside everything leaves focus nowhere.
 */
export function guardFocus(): () => void {
  let place: Place | undefined;
  let earlier: readonly HTMLElement[] = [];
  let pressing = false;

  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    if (place && place.control !== target) earlier = [place.control, ...earlier].slice(0, REMEMBERED);
    place = placeOf(target);
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget) return;
    if (pressing) place = undefined;
    else queueMicrotask(look);
  };
  const look = () => {
    if (!place || !isNowhere()) {
      if (place?.control.isConnected) place = placeOf(place.control);
      return;
    }
    if (!document.hasFocus()) return;
    const next = isThere(place.control) ? place.control : successorOf(place, earlier);
    place = undefined;
    if (next) focus(next);
  };
  const onPress = () => {
    pressing = true;
    setTimeout(() => {
      pressing = false;
    });
  };

  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden', 'disabled', 'open'] });
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('focusout', onFocusOut);
  document.addEventListener('pointerdown', onPress, true);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('focusout', onFocusOut);
    document.removeEventListener('pointerdown', onPress, true);
  };
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

const isThere = (element: Element) => element.isConnected && (element.checkVisibility?.() ?? true);

function placeOf(control: HTMLElement): Place {
  const around: Element[] = [];
  for (let outer = control.parentElement; outer; outer = outer.parentElement) around.push(outer);
  const item = control.closest('li, tr');
  return { control, around, item, at: item?.parentElement ? [...item.parentElement.children].indexOf(item) : -1 };
}

function successorOf(place: Place, earlier: readonly HTMLElement[]): HTMLElement | undefined {
  const modal = [...document.querySelectorAll('dialog[open]')].at(-1);
  const fits = (element: HTMLElement | null | undefined) =>
    element && isThere(element) && (!modal || modal.contains(element)) ? element : undefined;
  const found = fits(neighbourOf(place)) ?? fits(headingAround(place, earlier));
  return found ?? (modal ? headingIn(modal) : pageHeading()) ?? undefined;
}

/** The same control of the row or entry that is now where the lost one was. */
function neighbourOf({ control, around, item, at }: Place): HTMLElement | undefined {
  const list = item && around[around.indexOf(item) + 1];
  if (!item || !list?.isConnected) return undefined;
  const items = [...list.children].filter((child) => child.matches('li, tr'));
  const next = item.isConnected ? item : items[Math.min(at, items.length - 1)];
  if (!next) return undefined;
  const alike = (of: Element) => [...of.querySelectorAll<HTMLElement>(control.tagName)];
  const before = alike(item).indexOf(control);
  const found = alike(next);
  return found[before] ?? found.at(-1) ?? next.querySelector<HTMLElement>(CONTROLS) ?? undefined;
}

/** Of the innermost part that is still there; from one without a heading, back to where focus was before. */
function headingAround({ around }: Place, earlier: readonly HTMLElement[]): HTMLElement | undefined {
  for (const outer of around) {
    if (!outer.isConnected && outer.matches('section') && !headingIn(outer)) return earlier.find(isThere);
    if (!outer.isConnected || !outer.matches(PARTS)) continue;
    const heading = headingIn(outer);
    if (heading) return heading;
    const left = earlier.find((control) => isThere(control) && !outer.contains(control));
    if (left && outer.matches('section')) return left;
  }
  return undefined;
}

const headingIn = (part: Element) => part.querySelector<HTMLElement>('h1:not([data-loading]), h2, h3');

/** The heading of a skeleton goes away again, so the main part takes its place until then. */
export function pageHeading(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main h1:not([data-loading])') ?? document.querySelector('main');
}

/** Moves focus to the page's heading. */
export function focusPage(): void {
  const heading = pageHeading();
  if (heading) focus(heading);
}

/** Moves focus, to what can't have it by Tab as well. */
export function focus(element: HTMLElement, options?: FocusOptions): void {
  if (!element.matches(CONTROLS)) element.tabIndex = -1;
  element.focus(options);
}
