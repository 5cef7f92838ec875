import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useState } from 'preact/compat';
import css from '@/components/form/tags-input.module.css';
import { Icon } from '@/components/icon';
import { useDropDown } from '@/components/overlay/popover';
import pop from '@/components/overlay/popover.module.css';
import type { Option } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { useOptions } from '@/lib/use-options';
import text from '@/styles/text.module.css';

type SuggestionsProps = {
  /** Of the input. */
  readonly id: string;
  readonly path: string | undefined;
  readonly draft: string;
  readonly taken: readonly string[];
  /** Whether only what is there already is taken. The list then opens with the box. */
  readonly names: boolean;
  readonly onPick: (option: Option) => void;
};

/** Of words that are typed freely; names are there to be looked through. */
const MOST = 8;

/** What there is to choose from, in a list that follows the box. */
export function useSuggestions({ id, path, draft, taken, names, onPick }: SuggestionsProps) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const typed = draft.trim();
  const found = useOptions(open ? path : undefined, typed);
  const fit = (found.items ?? []).filter((item) => !taken.includes(item.id));
  const items = open ? fit.slice(0, names ? undefined : MOST) : [];
  const isNew = open && !names && typed !== '' && !items.some((item) => item.id === typed) && !taken.includes(typed);
  const count = items.length + (isNew ? 1 : 0);
  const active = at < count ? at : -1;
  const isEmpty = open && names && found.settled && count === 0 && !found.more;

  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const show = () => setOpen(path !== undefined);
  const pick = (index: number) => {
    onPick(items[index] ?? { id: typed, label: typed });
    close();
  };

  /** Whether the key meant the suggestions. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (path === undefined) return false;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => {
        show();
        setAt(active + 1 < count ? active + 1 : 0);
      },
      ...(count > 0 && { ArrowUp: () => setAt(active > 0 ? active - 1 : count - 1) }),
      ...(active >= 0 && { Enter: () => pick(active) }),
      ...((count > 0 || isEmpty) && { Escape: close }),
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
  return { list, items, isNew, isEmpty, more: open && names && found.more, active, pick, show, close, onKey, input };
}

type SuggestionListProps = Pick<
  ReturnType<typeof useSuggestions>,
  'list' | 'items' | 'isNew' | 'isEmpty' | 'more' | 'active' | 'pick'
> & {
  readonly box: RefObject<HTMLElement>;
  readonly draft: string;
  readonly mono: boolean;
};

export function SuggestionList(props: SuggestionListProps) {
  const { items, isNew, isEmpty, more } = props;
  return items.length > 0 || isNew || isEmpty || more ? <DropDown {...props} /> : null;
}

/** Focus stays in the box: the list follows it. */
function DropDown({ box, list, items, isNew, isEmpty, more, active, pick, draft, mono }: SuggestionListProps) {
  const place = useDropDown<HTMLDivElement>(box);
  const typed = draft.trim();

  useEffect(() => document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' }), [active]);

  return (
    <div ref={place} className={css.suggestions} popover="manual">
      {(items.length > 0 || isNew) && (
        <div id={list} className={css.list} role="listbox" aria-label={t('tags.suggestions')}>
          {items.map((item, index) => (
            <Choice key={item.id} id={`${list}-${index}`} active={index === active} onPick={() => pick(index)}>
              <Words option={item} typed={typed} mono={mono} />
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
      )}
      {isEmpty && <Line>{typed ? t('pick.noMatch', { query: typed }) : t('pick.none')}</Line>}
      {more && <Line>{t('pick.more')}</Line>}
    </div>
  );
}

function Line({ children }: { readonly children: string }) {
  return <p className={pop.empty}>{children}</p>;
}

type ChoiceProps = {
  readonly id: string;
  readonly active: boolean;
  readonly children: ComponentChildren;
  readonly onPick: () => void;
};

function Choice({ id, active, children, onPick }: ChoiceProps) {
  return (
    <button
      type="button"
      id={id}
      className={cx(pop.item, css.choice)}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      onClick={onPick}
    >
      {children}
    </button>
  );
}

type WordsProps = { readonly option: Option; readonly typed: string; readonly mono: boolean };

/** What it is called, with what was typed marked, and the line about it: beside it where both fit, else below. */
function Words({ option: { label, hint }, typed, mono }: WordsProps) {
  const at = label.toLowerCase().indexOf(typed.toLowerCase());
  return (
    <span className={pop.choice}>
      <span className={cx(mono && text.mono)}>
        {typed === '' || at < 0 ? (
          label
        ) : (
          <>
            {label.slice(0, at)}
            <mark className={css.mark}>{label.slice(at, at + typed.length)}</mark>
            {label.slice(at + typed.length)}
          </>
        )}
      </span>
      {hint && <span className={pop.hint}>{hint}</span>}
    </span>
  );
}
