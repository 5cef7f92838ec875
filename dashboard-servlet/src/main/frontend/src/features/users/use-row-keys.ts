import { useLayoutEffect } from 'preact/compat';
import { navigate } from '@/lib/router';
import { isBusy } from './users-search';

type RowKeys = {
  readonly previous?: string;
  readonly next?: string;
  /** Absent where nothing can be selected. */
  readonly onSelect?: (id: string, range: boolean) => void;
  /** Absent while nothing is selected. */
  readonly onClear?: () => void;
};

/**
 * J and K walk the rows, O opens one, X selects it, with Shift all up to it, Escape lets go of the selection, [ and ] turn
 * pages: where keys are not for typing.
 */
export function useRowKeys({ previous, next, onSelect, onClear }: RowKeys): void {
  // with the rows that it is about, so that no key meets the page before
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'j') step(1);
      else if (key === 'k') step(-1);
      else if (key === 'o') focused()?.click();
      else if (key === 'x' && onSelect) select(onSelect, event.shiftKey);
      else if (key === 'escape' && onClear) onClear();
      else if (key === '[' && previous) navigate(previous);
      else if (key === ']' && next) navigate(next);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [previous, next, onSelect, onClear]);
}

function focused(): HTMLAnchorElement | undefined {
  return rows().find((link) => link.matches(':focus'));
}

function select(onSelect: (id: string, range: boolean) => void, range: boolean): void {
  const id = focused()?.closest('tr')?.dataset.key;
  if (id) onSelect(id, range);
}

function rows(): HTMLAnchorElement[] {
  return Array.from(document.querySelectorAll<HTMLAnchorElement>('tbody tr[data-key] td[data-small="main"] a'));
}

function step(by: 1 | -1): void {
  const links = rows();
  const at = links.findIndex((link) => link.matches(':focus'));
  const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.max(0, Math.min(at + by, links.length - 1));
  links[to]?.focus();
}
