import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/compat';
import { IconButton } from '@/components/button';
import field from '@/components/form/field.module.css';
import { Icon } from '@/components/icon';
import layout from '@/components/layout.module.css';
import { cx } from '@/lib/cx';
import { focusPage } from '@/lib/focus-guard';
import { t } from '@/lib/i18n';
import { prefetch } from '@/lib/query';
import { navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { usersQuery } from './api/get-users';
import css from './users.module.css';
import { changed, type UsersLocation, usersLink } from './users-location';

/**
 * Whether another key comes: longer than a key that repeats takes, shorter than the next letter of most. A search costs a
 * bounded number of rows, so that what is asked for in vain costs little; waiting is what one would feel.
 */
const REST_MS = 40;
/** Who rests for so long begins a new search, which Back leaves. */
const NEW_SEARCH_MS = REST_MS + 600;
const MAX_LENGTH = 200;

type UsersSearchProps = {
  readonly location: UsersLocation;
  readonly input: RefObject<HTMLInputElement>;
  /** Backspace where nothing is left to delete. */
  readonly onBackspace: () => void;
};

/** Searches once typing rests; the address follows. `/` comes here from anywhere, Escape clears and then leaves. */
export function UsersSearch({ location, input, onBackspace }: UsersSearchProps) {
  const [draft, setDraft] = useState(location.q ?? '');
  const hint = useId();
  const lastAt = useRef(0);
  const asked = useRef(location.q ?? '');
  const timer = useRef(0);
  const now = useRef(location);
  now.current = location;
  const how = t(useSession().searchMode === 'contains' ? 'users.search.contains' : 'users.search.wordStart');
  useFocusKey(input);

  useEffect(() => {
    if ((location.q ?? '') === asked.current) return;
    asked.current = location.q ?? '';
    setDraft(location.q ?? '');
  }, [location.q]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (words: string) => {
    clearTimeout(timer.current);
    const q = words.trim();
    if (q === asked.current) return;
    asked.current = q;
    const replace = Date.now() - lastAt.current < NEW_SEARCH_MS;
    lastAt.current = Date.now();
    const to = changed(now.current, { q: q || undefined });
    prefetch(usersQuery(to)); // the page would ask a frame later
    navigate(usersLink(to), { replace });
  };
  const type = (words: string) => {
    setDraft(words);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => search(words), REST_MS);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // what is in the box: the state may be a key behind, and the search for that key would be called off
    const typed = input.current?.value ?? draft;
    if (event.key === 'Enter') search(typed);
    if (event.key === 'Backspace' && typed === '') onBackspace();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (typed === '') focusPage();
    setDraft('');
    search('');
  };

  return (
    <search className={cx(field.affix, layout.search, css.searched)}>
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        aria-label={t('users.search')}
        aria-describedby={hint}
        placeholder={t('users.search.placeholder')}
        maxLength={MAX_LENGTH}
        value={draft}
        autoComplete="off"
        spellcheck={false}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span id={hint} className={css.how}>
        {how}
      </span>
      {draft ? (
        <IconButton
          icon="x"
          small
          tip={false}
          label={t('users.search.clear')}
          onClick={() => {
            setDraft('');
            search('');
            input.current?.focus();
          }}
        />
      ) : (
        <span className={cx(css.key, text.noSmall)} aria-hidden="true">
          /
        </span>
      )}
    </search>
  );
}

function useFocusKey(input: RefObject<HTMLInputElement>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input]);
}

/** Where keys are for typing, or something lies above the page. */
export function isBusy(target: EventTarget | null): boolean {
  const typing =
    target instanceof Element &&
    target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null;
  return typing || document.querySelector('dialog[open], [popover]:popover-open') !== null;
}
