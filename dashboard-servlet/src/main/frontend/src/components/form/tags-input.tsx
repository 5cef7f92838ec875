import { useEffect, useRef, useState } from 'preact/compat';
import { TextButton } from '@/components/button';
import chip from '@/components/chip.module.css';
import { Icon } from '@/components/icon';
import { afterRender } from '@/lib/after-render';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import { addTags, splitNames, splitTags } from '@/lib/tags';
import css from './tags-input.module.css';
import { SuggestionList, useSuggestions } from './tags-suggestions';

type TagsInputProps = {
  readonly id: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly mono?: boolean;
  /** Whether they are names, which may hold spaces and are chosen from what is there. */
  readonly names?: boolean;
  /** Where words to choose from come from. */
  readonly suggestions?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string;
};

const FLASH_MS = 900;
/** More chips than this are folded away, so that thousands can be edited. */
const SHOWN = 200;
const SPOKEN = 5;

/**
 * Several short values. Enter or comma adds, a pasted list is split, by spaces too unless they are names; from the empty box Backspace or ← goes to the last
 * chip, arrows walk, Delete removes.
 */
export function TagsInput(props: TagsInputProps) {
  const { id, value, onChange, mono, names = false, invalid, describedBy } = props;
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState('');
  const [flash, setFlash] = useFlash();
  const [all, setAll] = useState(false);
  const folded = all ? 0 : Math.max(0, value.length - SHOWN);

  const split = names ? splitNames : splitTags;

  const add = (pieces: readonly string[]) => {
    const { tags, added, duplicate } = addTags(value, pieces);
    setDraft('');
    if (added.length > 0) {
      onChange(tags);
      announce(
        added.length > SPOKEN
          ? t('tags.addedMany', { count: added.length })
          : t('tags.added', { value: added.join(', ') }),
      );
    } else if (duplicate) {
      setFlash(duplicate);
      announce(t('tags.duplicate', { value: duplicate }));
    }
  };

  const suggestions = useSuggestions({
    id,
    path: props.suggestions,
    draft,
    taken: value,
    names,
    onPick: (word) => add([word]),
  });

  const removers = () => Array.from(box.current?.querySelectorAll<HTMLElement>(`.${chip.remove}`) ?? []);
  const focusAt = (index: number) => (removers()[index] ?? input.current)?.focus();

  const remove = (index: number) => {
    const gone = value[index];
    if (gone === undefined) return;
    onChange(value.filter((_, at) => at !== index));
    announce(t('tags.removed', { value: gone }));
    afterRender(() => focusAt(index - folded));
  };

  const onInputKey = (event: KeyboardEvent) => {
    if (event.isComposing || suggestions.onKey(event)) return;
    // what is in the box: the state may be a key behind, and an Enter that is let through saves the form without it
    const typed = input.current?.value ?? draft;
    const atStart = input.current?.selectionStart === 0 && input.current.selectionEnd === 0;
    if ((event.key === 'Enter' && typed.trim()) || event.key === ',') {
      event.preventDefault();
      add(split(typed));
    } else if ((event.key === 'Backspace' && typed === '') || (event.key === 'ArrowLeft' && atStart)) {
      if (value.length > 0) event.preventDefault();
      removers().at(-1)?.focus();
    }
  };

  const onChipKey = (event: KeyboardEvent, index: number) => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => focusAt(Math.max(0, index - folded - 1)),
      ArrowRight: () => focusAt(index - folded + 1),
      Delete: () => remove(index),
      Backspace: () => remove(index),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text') ?? '';
    if (split(pasted).length < 2) return;
    event.preventDefault();
    add(split(draft + pasted));
  };

  return (
    <div className={css.field}>
      <div ref={box} className={css.tags}>
        {folded > 0 && (
          <span>
            <TextButton onClick={() => setAll(true)}>{t('tags.folded', { count: folded })}</TextButton>
          </span>
        )}
        {value.slice(folded).map((tag, at) => {
          const index = folded + at;
          return (
            <span key={tag} className={cx(chip.chip, mono && chip.mono)} data-flash={tag === flash}>
              <span title={tag}>{tag}</span>
              <button
                type="button"
                tabIndex={-1}
                className={chip.remove}
                aria-label={t('tags.remove', { value: tag })}
                onClick={() => remove(index)}
                onKeyDown={(event: KeyboardEvent) => onChipKey(event, index)}
              >
                <Icon name="x" small />
              </button>
            </span>
          );
        })}
        <input
          ref={input}
          id={id}
          className={cx(mono && css.mono)}
          value={draft}
          {...suggestions.input}
          autoComplete="off"
          spellcheck={false}
          aria-invalid={invalid || undefined}
          aria-describedby={describedBy}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={onInputKey}
          onPaste={onPaste}
          onBlur={() => {
            suggestions.close();
            if (draft.trim()) add(split(draft));
          }}
        />
      </div>
      <SuggestionList {...suggestions} draft={draft} />
    </div>
  );
}

function useFlash() {
  const [flash, setFlash] = useState<string>();

  useEffect(() => {
    if (flash === undefined) return undefined;
    const timer = setTimeout(() => setFlash(undefined), FLASH_MS);
    return () => clearTimeout(timer);
  }, [flash]);

  return [flash, setFlash] as const;
}
