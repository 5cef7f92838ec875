import { useEffect, useState } from 'preact/compat';
import { TextButton } from '@/components/button';
import chip from '@/components/chip.module.css';
import { Icon } from '@/components/icon';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';

const FLASH_MS = 900;
/** More chips than this are folded away, so that thousands can be edited. */
const SHOWN = 200;

/** How many are folded away. */
export const foldedOf = (all: boolean, count: number) => (all ? 0 : Math.max(0, count - SHOWN));

type TagChipsProps = {
  readonly value: readonly string[];
  readonly labelOf: (id: string) => string;
  readonly mono: boolean;
  readonly folded: number;
  readonly flash: string | undefined;
  readonly onUnfold: () => void;
  readonly onRemove: (index: number) => void;
  /** Moves focus to one by its place among those that are shown, or past the last to the box. */
  readonly onMove: (place: number) => void;
};

/** What is there already: arrows walk it, Delete and Backspace remove. */
export function TagChips({ value, labelOf, mono, folded, flash, onUnfold, onRemove, onMove }: TagChipsProps) {
  const onKey = (event: KeyboardEvent, place: number) => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => onMove(Math.max(0, place - 1)),
      ArrowRight: () => onMove(place + 1),
      Delete: () => onRemove(folded + place),
      Backspace: () => onRemove(folded + place),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    <>
      {folded > 0 && (
        <span>
          <TextButton onClick={onUnfold}>{t('tags.folded', { count: folded })}</TextButton>
        </span>
      )}
      {value.slice(folded).map((tag, place) => {
        const label = labelOf(tag);
        return (
          <span key={tag} className={cx(chip.chip, mono && chip.mono)} data-flash={tag === flash}>
            <span title={label}>{label}</span>
            <button
              type="button"
              tabIndex={-1}
              className={chip.remove}
              aria-label={t('tags.remove', { value: label })}
              onClick={() => onRemove(folded + place)}
              onKeyDown={(event: KeyboardEvent) => onKey(event, place)}
            >
              <Icon name="x" small />
            </button>
          </span>
        );
      })}
    </>
  );
}

/** One that is lit up for a moment. */
export function useFlash() {
  const [flash, setFlash] = useState<string>();

  useEffect(() => {
    if (flash === undefined) return undefined;
    const timer = setTimeout(() => setFlash(undefined), FLASH_MS);
    return () => clearTimeout(timer);
  }, [flash]);

  return [flash, setFlash] as const;
}
