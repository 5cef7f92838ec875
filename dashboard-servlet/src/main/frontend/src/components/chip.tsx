import css from '@/components/chip.module.css';
import type { ChipValue } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

type ChipProps = {
  readonly children: string;
  readonly title?: string;
  readonly soft?: boolean;
  readonly mono?: boolean;
  /** Where it comes from, said behind it. */
  readonly hint?: string;
  /** Broken into lines rather than cut. */
  readonly whole?: boolean;
};

export function Chip({ children, title, soft, mono, hint, whole }: ChipProps) {
  return (
    <span className={cx(css.chip, soft && css.soft, mono && css.mono, whole && css.whole)} title={title}>
      <span>{children}</span>
      {hint && <span className={css.hint}>{hint}</span>}
    </span>
  );
}

type ChipLineProps = {
  readonly items: readonly ChipValue[];
  readonly most: number;
  /** When there are more than the items. */
  readonly total?: number;
  /** Words that are typed exactly, such as permissions. */
  readonly exact?: boolean;
};

/** The first chips in one line, and how many more there are, with their names for the mouse and the ear. */
export function ChipLine({ items, most, total, exact }: ChipLineProps) {
  const shown = items.slice(0, most);
  const names = items.slice(shown.length).map((item) => item.label);
  return (
    <span className={cx(css.chips, css.one)}>
      {shown.map((item) => (
        <Chip key={item.label} soft={exact} mono={exact} title={item.label}>
          {item.label}
        </Chip>
      ))}
      <MoreChip names={names} count={(total ?? items.length) - shown.length} />
    </span>
  );
}

export function MoreChip({
  names,
  count = names.length,
}: {
  readonly names: readonly string[];
  readonly count?: number;
}) {
  if (count === 0) return null;
  const list = names.join(', ') + (count > names.length ? ' …' : '');
  return (
    <span className={cx(css.chip, css.more)} title={list}>
      <span aria-hidden="true">{t('common.moreShort', { count })}</span>
      <span className={text.vh}>{t('common.more', { count, names: list })}</span>
    </span>
  );
}
