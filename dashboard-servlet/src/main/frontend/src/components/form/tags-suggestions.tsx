import type { ComponentChildren } from 'preact';
import { useState } from 'preact/compat';
import css from '@/components/form/tags-input.module.css';
import { Icon } from '@/components/icon';
import pop from '@/components/overlay/popover.module.css';
import { fillPath } from '@/lib/action';
import { getJson } from '@/lib/api-client';
import type { Option, Options } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { useQuery } from '@/lib/query';
import { useDebouncedValue } from '@/lib/use-debounced-value';
import text from '@/styles/text.module.css';

type SuggestionsProps = {
  /** Of the input. */
  readonly id: string;
  readonly path: string | undefined;
  readonly draft: string;
  readonly taken: readonly string[];
  /** Whether only what is there already is offered. */
  readonly names: boolean;
  readonly onPick: (word: string) => void;
};

const NONE: Options = { items: [], more: false };
const MOST = 8;

/** Words to choose from while one types; what they do not hold can be added all the same. */
export function useSuggestions({ id, path, draft, taken, names, onPick }: SuggestionsProps) {
  const [asked, setAsked] = useState(false);
  const [at, setAt] = useState(-1);
  const typed = draft.trim();
  const wanted = useDebouncedValue(typed);
  const open = path !== undefined && (typed !== '' || asked);
  const address = open && path ? fillPath(path, { query: wanted }) : '';
  const found = useQuery<Options>({
    key: `suggestions:${address}`,
    load: (signal) => (address ? getJson<Options>(address, signal) : Promise.resolve(NONE)),
  });
  const items = open ? (found.data ?? NONE).items.filter((item) => !taken.includes(item.id)).slice(0, MOST) : [];
  const isNew = open && !names && typed !== '' && !items.some((item) => item.id === typed) && !taken.includes(typed);
  const count = items.length + (isNew ? 1 : 0);
  const active = at < count ? at : -1;

  const close = () => {
    setAsked(false);
    setAt(-1);
  };
  const pick = (index: number) => {
    onPick(items[index]?.id ?? typed);
    close();
  };

  /** Whether the key meant the suggestions. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (path === undefined) return false;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => {
        setAsked(true);
        setAt(active + 1 < count ? active + 1 : 0);
      },
      ...(count > 0 && { ArrowUp: () => setAt(active > 0 ? active - 1 : count - 1) }),
      ...(active >= 0 && { Enter: () => pick(active) }),
      ...(count > 0 && asked && { Escape: close }),
    };
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action) {
      setAt(-1);
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    action();
    return true;
  };

  const list = `${id}-suggestions`;
  const input =
    path === undefined
      ? {}
      : {
          role: 'combobox' as const,
          'aria-autocomplete': 'list' as const,
          'aria-expanded': count > 0,
          'aria-controls': count > 0 ? list : undefined,
          'aria-activedescendant': active >= 0 ? `${list}-${active}` : undefined,
        };
  return { list, items, isNew, active, pick, close, onKey, input };
}

type SuggestionListProps = Omit<ReturnType<typeof useSuggestions>, 'close' | 'onKey' | 'input'> & {
  readonly draft: string;
};

export function SuggestionList({ list, items, isNew, active, pick, draft }: SuggestionListProps) {
  if (items.length === 0 && !isNew) return null;
  const typed = draft.trim();
  return (
    <div id={list} className={css.suggestions} role="listbox" aria-label={t('tags.suggestions')}>
      {items.map((item, index) => (
        <Choice key={item.id} id={`${list}-${index}`} active={index === active} onPick={() => pick(index)}>
          <span className={cx(text.mono, text.anywhere)}>
            <Marked word={item} typed={typed} />
          </span>
          {item.hint && <span className={pop.hint}>{item.hint}</span>}
        </Choice>
      ))}
      {isNew && (
        <Choice id={`${list}-${items.length}`} active={active === items.length} onPick={() => pick(items.length)}>
          <Icon name="plus" />
          <span className={text.anywhere}>
            {t('tags.new')} <span className={text.mono}>{typed}</span>
          </span>
        </Choice>
      )}
    </div>
  );
}

type ChoiceProps = {
  readonly id: string;
  readonly active: boolean;
  readonly children: ComponentChildren;
  readonly onPick: () => void;
};

/** Focus stays in the box: the list follows it. */
function Choice({ id, active, children, onPick }: ChoiceProps) {
  return (
    <button
      type="button"
      id={id}
      className={cx(pop.item, css.choice)}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      onMouseDown={(event: MouseEvent) => event.preventDefault()}
      onClick={onPick}
    >
      {children}
    </button>
  );
}

function Marked({ word, typed }: { readonly word: Option; readonly typed: string }) {
  if (typed === '' || !word.label.startsWith(typed)) return <>{word.label}</>;
  return (
    <>
      <mark className={css.mark}>{typed}</mark>
      {word.label.slice(typed.length)}
    </>
  );
}
