import css from '@/components/chip.module.css';
import type { ChipValue } from '@/lib/contract';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

type ChipProps = {
  readonly children: string;
  readonly title?: string;
  readonly soft?: boolean;
  readonly mono?: boolean;
};

export function Chip({ children, title, soft, mono }: ChipProps) {
  return (
    <span className={cx(css.chip, soft && css.soft, mono && css.mono)} title={title}>
      <span>{children}</span>
    </span>
  );
}

/** The first chips in one line, and how many more there are, with their names for the mouse and the ear. */
export function ChipLine({ items, most }: { readonly items: readonly ChipValue[]; readonly most: number }) {
  const shown = items.slice(0, most);
  return (
    <span className={cx(css.chips, css.one)}>
      {shown.map((item) => (
        <Chip key={item.label} title={item.hint ?? item.label}>
          {item.label}
        </Chip>
      ))}
      <MoreChip names={items.slice(shown.length).map((item) => item.label)} />
    </span>
  );
}

export function MoreChip({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <span className={cx(css.chip, css.more)} title={names.join(', ')}>
      <span aria-hidden="true">{t('common.moreShort', { count: names.length })}</span>
      <span className={text.vh}>{t('common.more', { count: names.length, names: names.join(', ') })}</span>
    </span>
  );
}
