import { useState } from 'preact/compat';
import css from '@/components/chip.module.css';
import { Icon } from '@/components/icon';
import type { Chip } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { label, t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

const FIRST = 12;

type ChipListProps = {
  readonly items: readonly Chip[];
  /** What the × of a chip is called, and what it does. Absent: this operator may only read. */
  readonly remove?: {
    readonly name: (item: Chip) => string;
    readonly start: (item: Chip) => void;
  };
};

/** Chips one can remove, each with its own ×; a locked one says why it has none. */
export function ChipList({ items, remove }: ChipListProps) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, FIRST);
  const hidden = items.length - shown.length;
  return (
    <ul className={css.chips}>
      {shown.map((item) => (
        <li key={`${item.id} ${item.tenant ?? ''}`} className={cx(css.chip, css.large)} title={item.hint}>
          <span>{item.label}</span>
          {item.locked && <Lock reason={label(item.reason, { label: item.label })} />}
          {remove && !item.locked && (
            <button
              type="button"
              className={css.remove}
              aria-label={remove.name(item)}
              onClick={() => remove.start(item)}
            >
              <Icon name="x" small />
            </button>
          )}
        </li>
      ))}
      {hidden > 0 && (
        <li>
          <button
            type="button"
            className={cx(css.chip, css.large, css.more)}
            aria-label={t('panel.expand', { count: hidden })}
            onClick={() => setAll(true)}
          >
            {t('common.moreShort', { count: hidden })}
          </button>
        </li>
      )}
    </ul>
  );
}

function Lock({ reason }: { readonly reason: string }) {
  return (
    <span className={css.lock} title={reason}>
      <Icon name="lock" small />
      <span className={text.vh}>{reason}</span>
    </span>
  );
}
