import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/compat';
import { Icon } from '@/components/icon';
import { t } from '@/lib/i18n';
import { isMac } from '@/lib/keys';
import { type Location, mountUrl, navigate } from '@/lib/router';
import { useCloseOnBack } from '@/lib/use-close-on-back';
import text from '@/styles/text.module.css';
import css from './palette.module.css';
import type { PaletteItem } from './palette-items';
import { optionId, PaletteList } from './palette-list';
import { type PaletteGroups, usePaletteGroups } from './use-palette-groups';

type PaletteProps = { readonly location: Location; readonly onClose: () => void };

/**
 * Finds users, pages and actions by their words: a combobox with its list (ARIA APG), in a dialog of its own. Focus stays in
 * the box; the arrows walk the list, Enter opens, with Ctrl or ⌘ in a new tab.
 */
export function Palette({ location, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const [typed, setTyped] = useState('');
  const found = usePaletteGroups(typed, location);
  const items = found.groups.flatMap((group) => group.items);

  const open = (item: PaletteItem, tab: boolean) => {
    if (tab && !item.download) return void window.open(new URL(item.href, mountUrl()), '_blank', 'noopener');
    if (item.download) document.getElementById(optionId(list, item))?.click();
    onClose();
    if (item.download) return undefined;
    // in the place of the palette's own entry of the history: Back leads to where it was opened
    navigate(item.href, { replace: true });
    return window.scrollTo(0, 0);
  };
  const { active, onKeyDown, restart } = useWalk(items, found.settled, open);

  useLayoutEffect(() => {
    dialog.current?.showModal();
    input.current?.focus();
    return () => dialog.current?.close();
  }, []);
  useEffect(() => {
    if (active) document.getElementById(optionId(list, active))?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);
  useCloseOnBack(true, () => {
    onClose();
    return true;
  });

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the palette closes it, as Escape does
    <dialog
      ref={dialog}
      className={css.palette}
      aria-label={t('shell.search')}
      onCancel={(event: Event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event: MouseEvent) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={css.box}>
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t('shell.search')}
          aria-expanded={items.length > 0}
          aria-controls={items.length > 0 ? list : undefined}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(list, active)}
          autoComplete="off"
          spellcheck={false}
          maxLength={200}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            restart();
          }}
          onKeyDown={onKeyDown}
        />
        <span className={css.key} aria-hidden="true">
          Esc
        </span>
      </div>
      {items.length > 0 && <PaletteList id={list} found={found} active={active} onPick={(item) => open(item, false)} />}
      <div className={css.foot}>
        <Keys />
        <p role="status">{statusWords(found, items.length)}</p>
      </div>
    </dialog>
  );
}

/** Which item is the active one, and what the keys do to it. What was walked to stays; else it is the first. */
function useWalk(items: readonly PaletteItem[], settled: boolean, open: (item: PaletteItem, tab: boolean) => void) {
  const [walked, setWalked] = useState<string>();
  const [wanted, setWanted] = useState<'here' | 'tab'>();
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === walked),
  );
  const active = items[at];

  // Enter before the users were there means the first of them
  useEffect(() => {
    if (!wanted || !settled) return;
    setWanted(undefined);
    if (active) open(active, wanted === 'tab');
  }, [wanted, settled]);

  const enter = (tab: boolean) => {
    const stays = settled || walked !== undefined || !active?.id.startsWith('user');
    if (active && stays) open(active, tab);
    else setWanted(tab ? 'tab' : 'here');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') setWalked(items[(at + 1) % items.length]?.id);
    else if (event.key === 'ArrowUp') setWalked(items[(at - 1 + items.length) % items.length]?.id);
    else if (event.key === 'Enter') enter(event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  const restart = () => {
    setWalked(undefined);
    setWanted(undefined);
  };
  return { active, onKeyDown, restart };
}

function Keys() {
  return (
    <span className={text.noSmall} aria-hidden="true">
      <kbd className={css.key}>↑</kbd>
      <kbd className={css.key}>↓</kbd> {t('palette.key.move')}
      <kbd className={css.key}>↵</kbd> {t('palette.key.open')}
      <kbd className={css.key}>{isMac() ? '⌘ ↵' : 'Ctrl ↵'}</kbd> {t('palette.key.tab')}
    </span>
  );
}

function statusWords({ query, settled, failed }: PaletteGroups, count: number): string {
  if (failed) return t('palette.failed');
  if (!settled) return t('palette.searching');
  return count === 0 ? t('palette.none', { query }) : t('palette.results', { count });
}
