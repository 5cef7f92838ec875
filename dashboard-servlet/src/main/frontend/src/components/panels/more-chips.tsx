import { useState } from 'preact/compat';
import { TextButton } from '@/components/button';
import { Chip } from '@/components/chip';
import css from '@/components/chip.module.css';
import type { MoreItem, Text } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { label } from '@/lib/i18n';
import text from '@/styles/text.module.css';

type MoreChipsProps = {
  readonly title: Text;
  readonly items: readonly MoreItem[];
  readonly words: { readonly tenant: string };
};

/** A second list that unfolds, such as what the roles of a user allow. */
export function MoreChips({ title, items, words }: MoreChipsProps) {
  const [open, setOpen] = useState(false);
  if (items.length === 0) return null;
  return (
    <div className={cx(text.stack, text.tight)}>
      <div>
        <TextButton icon={open ? 'down' : 'right'} expanded={open} onClick={() => setOpen(!open)}>
          {label(title, { ...words, count: items.length })}
        </TextButton>
      </div>
      {open && (
        <div className={css.chips}>
          {items.map((item) => (
            <Chip key={item.label} soft mono hint={item.hint}>
              {item.label}
            </Chip>
          ))}
        </div>
      )}
    </div>
  );
}
