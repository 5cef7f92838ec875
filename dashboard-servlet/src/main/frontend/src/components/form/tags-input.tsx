import { useRef, useState } from 'preact/compat';
import chip from '@/components/chip.module.css';
import field from '@/components/form/field.module.css';
import { Icon } from '@/components/icon';
import { afterRender } from '@/lib/after-render';
import type { Option } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { lookUp } from '@/lib/names';
import { announce } from '@/lib/notify';
import { addTags, splitNames, splitTags } from '@/lib/tags';
import { useLabelsOf } from '@/lib/use-labels';
import { foldedOf, TagChips, useFlash } from './tag-chips';
import css from './tags-input.module.css';
import { SuggestionList, useSuggestions } from './tags-suggestions';

type TagsInputProps = {
  readonly id: string;
  /** Ids, where they are chosen from suggestions. */
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly mono?: boolean;
  /** Whether they are names: only what the suggestions know is taken, and what that is called is shown. */
  readonly names?: boolean;
  /** Where there is what can be chosen, with `{query}` in it and, for names, `{id}`. Without it anything is taken. */
  readonly suggestions?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string;
};

const SPOKEN = 5;

/**
 * Several short values. Enter or comma adds, a pasted list is split, by spaces too unless they are names; from the empty box Backspace or ← goes to the last
 * chip, arrows walk, Delete removes. What is no name of anything stays in the box, which says so.
 */
export function TagsInput(props: TagsInputProps) {
  const { id, value, onChange, mono = false, names = false, invalid, describedBy } = props;
  const path = props.suggestions;
  const frame = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState('');
  const [unknown, setUnknown] = useState('');
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const [flash, setFlash] = useFlash();
  const [all, setAll] = useState(false);
  const folded = foldedOf(all, value.length);
  const labelOf = useLabelsOf(names ? path : undefined, value, picked);
  const split = names ? splitNames : splitTags;
  const looksUp = names && path !== undefined;

  const type = (words: string) => {
    setDraft(words);
    setUnknown('');
  };

  const add = (options: readonly Option[]) => {
    const labels = new Map([...picked, ...options.map((option) => [option.id, option.label] as const)]);
    const called = (tag: string) => labels.get(tag) ?? tag;
    const { tags, added, duplicate } = addTags(
      value,
      options.map((option) => option.id),
    );
    setPicked(labels);
    if (added.length > 0) {
      onChange(tags);
      const words = added.map(called).join(', ');
      announce(
        added.length > SPOKEN ? t('tags.addedMany', { count: added.length }) : t('tags.added', { value: words }),
      );
    } else if (duplicate) {
      setFlash(duplicate);
      announce(t('tags.duplicate', { value: called(duplicate) }));
    }
  };

  /** Takes what was typed; of names what is known, unless something else is typed by the time that the answer comes. */
  const take = (words: string, guess: boolean) => {
    const pieces = split(words);
    if (!looksUp || !path) {
      type('');
      return add(pieces.map((piece) => ({ id: piece, label: piece })));
    }
    setDraft(words);
    void lookUp(path, pieces, guess)
      .catch(() => ({ known: [], unknown: pieces }))
      .then((found) => answered.current(words, found.known, found.unknown.join(', ')));
  };

  const answered = useRef<(words: string, known: readonly Option[], left: string) => void>(() => undefined);
  answered.current = (words, known, left) => {
    if (input.current?.value !== words) return;
    setDraft(left);
    setUnknown(left);
    if (left) announce(t('tags.unknown', { values: left }));
    else suggestions.close();
    if (known.length > 0) add(known);
  };

  const suggestions = useSuggestions({
    id,
    path,
    draft,
    taken: value,
    names,
    onPick: (option) => {
      type('');
      add([option]);
    },
  });

  const removers = () => Array.from(frame.current?.querySelectorAll<HTMLElement>(`.${chip.remove}`) ?? []);
  const focusAt = (place: number) => (removers()[place] ?? input.current)?.focus();

  const remove = (index: number) => {
    const gone = value[index];
    if (gone === undefined) return;
    onChange(value.filter((_, at) => at !== index));
    announce(t('tags.removed', { value: labelOf(gone) }));
    afterRender(() => focusAt(index - folded));
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || suggestions.onKey(event)) return;
    // what is in the box: the state may be a key behind, and an Enter that is let through saves the form without it
    const typed = input.current?.value ?? draft;
    const atStart = input.current?.selectionStart === 0 && input.current.selectionEnd === 0;
    if ((event.key === 'Enter' && typed.trim()) || event.key === ',') {
      event.preventDefault();
      take(typed, true);
    } else if ((event.key === 'Backspace' && typed === '') || (event.key === 'ArrowLeft' && atStart)) {
      if (value.length > 0) event.preventDefault();
      removers().at(-1)?.focus();
    }
  };

  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text') ?? '';
    if (split(pasted).length < 2) return;
    event.preventDefault();
    const words = split(draft + pasted).join(', ');
    if (input.current) input.current.value = words;
    take(words, false);
  };

  return (
    <div className={css.field}>
      <div ref={frame} className={css.tags}>
        <TagChips
          value={value}
          labelOf={labelOf}
          mono={mono}
          folded={folded}
          flash={flash}
          onUnfold={() => setAll(true)}
          onRemove={remove}
          onMove={focusAt}
        />
        <input
          ref={input}
          id={id}
          className={cx(mono && css.mono)}
          value={draft}
          {...suggestions.input}
          autoComplete="off"
          spellcheck={false}
          data-unfinished={looksUp && draft.trim() !== ''}
          aria-invalid={invalid || unknown !== '' || undefined}
          aria-describedby={cx(describedBy, unknown && `${id}-unknown`) || undefined}
          onInput={(event) => {
            type(event.currentTarget.value);
            suggestions.show();
          }}
          onFocus={names ? suggestions.show : undefined}
          onClick={names ? suggestions.show : undefined}
          onKeyDown={onKey}
          onPaste={onPaste}
          onBlur={() => {
            suggestions.close();
            if (draft.trim()) take(draft, false);
          }}
        />
      </div>
      {unknown && (
        <p className={field.error} id={`${id}-unknown`}>
          <Icon name="error" />
          <span>{t('tags.unknown', { values: unknown })}</span>
        </p>
      )}
      <SuggestionList {...suggestions} box={frame} draft={draft} mono={mono} />
    </div>
  );
}
