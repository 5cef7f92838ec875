import { useEffect, useRef } from 'preact/compat';
import field from '@/components/form/field.module.css';
import { Icon } from '@/components/icon';
import pop from '@/components/overlay/popover.module.css';
import { Bone } from '@/components/state-view';
import type { Option } from '@/lib/api-types';
import { isLetter, nextIndex } from '@/lib/list-keys';
import type { Found } from '@/lib/use-options';

type Search = {
  readonly label: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly autoFocus?: boolean;
};

type OptionBoxProps = {
  /** The box above the list; without it there is none. */
  readonly search?: Search;
  readonly found: Found;
  /** Of the radio buttons. */
  readonly name: string;
  /** Whether several can be chosen. */
  readonly many: boolean;
  readonly picked: ReadonlySet<string>;
  readonly words: OptionBoxWords;
  /** Chooses it, or takes it back. */
  readonly onPick: (option: Option) => void;
  /** Enter where nothing is left to choose. */
  readonly onDone?: () => void;
};

export type OptionBoxWords = {
  readonly none: string;
  readonly failed: string;
  /** Said below the list when there are others. */
  readonly more?: string;
};

/**
 * A list to choose from, with a search. ↓ leads from the box into the list, arrows, Home and End walk it, Enter and Space
 * choose; Escape, ↑ from the first and any letter lead back. In the box Enter chooses the only hit, also when the answer is
 * still under way.
 */
export function OptionBox({ search, found, name, many, picked, words, onPick, onDone }: OptionBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const entered = useRef<string>();
  const query = search?.query.trim() ?? '';
  const items = found.items ?? [];

  const enter = () => {
    const [only, ...others] = items;
    if (!found.settled) entered.current = query;
    else if (query !== '' && only && others.length === 0 && !found.more && !picked.has(only.id)) onPick(only);
    else if (picked.size > 0) onDone?.();
  };

  useEffect(() => {
    if (!found.settled || entered.current === undefined) return;
    const meant = entered.current === query;
    entered.current = undefined;
    if (meant) enter();
  }, [found.settled, query]);

  const at = (index: number) => list.current?.querySelectorAll('input')[index];
  const back = () => input.current?.focus();

  const onBoxKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') at(0)?.focus();
    else if (event.key === 'Enter') enter();
    else return;
    event.preventDefault();
  };

  const onOptionKey = (event: KeyboardEvent, option: Option, index: number) => {
    if (search && (isLetter(event) || (event.key === 'ArrowUp' && index === 0))) return back();
    const next = nextIndex(event.key, index, items.length);
    if (next !== undefined) at(next)?.focus();
    else if (event.key === 'Enter') onPick(option);
    else if (event.key === 'Escape' && search) back();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      {search && (
        <div className={field.affix}>
          <Icon name="search" />
          <input
            ref={input}
            type="search"
            autoFocus={search.autoFocus}
            aria-label={search.label}
            placeholder={search.label}
            value={search.query}
            autoComplete="off"
            spellcheck={false}
            onInput={(event) => search.onQuery(event.currentTarget.value)}
            onKeyDown={onBoxKey}
          />
        </div>
      )}
      {found.failed && (
        <p className={pop.empty} role="alert">
          {words.failed}
        </p>
      )}
      {!found.items && !found.failed && (
        <p className={pop.empty} aria-busy="true">
          <Bone width={3} />
        </p>
      )}
      {found.items && items.length === 0 && !found.more && <p className={pop.empty}>{words.none}</p>}
      {items.length > 0 && (
        <div ref={list} className={pop.options}>
          {items.map((option, index) => (
            <label key={option.id} className={pop.item}>
              <input
                type={many ? 'checkbox' : 'radio'}
                name={many ? undefined : name}
                className={many ? field.check : undefined}
                checked={picked.has(option.id)}
                onClick={() => onPick(option)}
                onKeyDown={(event: KeyboardEvent) => onOptionKey(event, option, index)}
              />
              <OptionWords option={option} />
            </label>
          ))}
        </div>
      )}
      {found.more && words.more && <p className={pop.empty}>{words.more}</p>}
    </>
  );
}

/** What it is called, and the line about it: beside it where both fit, else below. */
export function OptionWords({ option }: { readonly option: Option }) {
  return (
    <span className={pop.choice}>
      <span>{option.label}</span>
      {option.hint && <span className={pop.hint}>{option.hint}</span>}
    </span>
  );
}
