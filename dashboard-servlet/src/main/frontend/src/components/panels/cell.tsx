import type { ComponentChildren } from 'preact';
import { ChipLine } from '@/components/chip';
import { Icon } from '@/components/icon';
import { displayName } from '@/components/person';
import { Status } from '@/components/status';
import table from '@/components/table.module.css';
import { Time } from '@/components/time';
import type { CellValue, ChipValue, StatusValue, UserValue } from '@/lib/contract';
import { formatNumber } from '@/lib/format';
import { label, t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import text from '@/styles/text.module.css';

type CellProps = {
  readonly kind: string;
  readonly value: CellValue;
  /** The width of its column by name. */
  readonly width?: string;
};

/** A value of a recipe by its kind. An unknown kind, or a value that does not fit it, is drawn as plain text. */
export function Cell({ kind, value, width }: CellProps): ComponentChildren {
  if (value === null || value === undefined) return kind === 'chips' ? null : <Nothing />;
  if (typeof value === 'boolean') return <Flag on={value} />;
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return <TextCell kind={kind} value={value} />;
  if (isChips(value))
    return value.length === 0 ? null : <ChipLine items={value} most={width === 'grow' || width === 'lg' ? 2 : 1} />;
  if (isStatus(value)) return <Status tone={value.tone}>{label(value.label)}</Status>;
  return <UserLink user={value} />;
}

function TextCell({ kind, value }: { readonly kind: string; readonly value: string }) {
  if (kind === 'date') return <Time at={value} />;
  return (
    <span className={kind === 'mono' ? text.mono : undefined} title={value}>
      {value}
    </span>
  );
}

function Nothing() {
  return <span className={text.faint}>–</span>;
}

function Flag({ on }: { readonly on: boolean }) {
  if (!on) return <span className={text.faint}>{t('common.no')}</span>;
  return (
    <span className={text.ok} title={t('common.yes')}>
      <Icon name="check" />
      <span className={text.vh}>{t('common.yes')}</span>
    </span>
  );
}

function UserLink({ user }: { readonly user: UserValue }) {
  return (
    <a className={table.over} href={linkTo(['users', user.id])}>
      {displayName(user)}
    </a>
  );
}

function isChips(value: StatusValue | UserValue | readonly ChipValue[]): value is readonly ChipValue[] {
  return Array.isArray(value);
}

function isStatus(value: StatusValue | UserValue): value is StatusValue {
  return 'tone' in value;
}

/** The look of a column whose values are of this kind. */
export function columnKind(kind: string): 'num' | 'time' | undefined {
  if (kind === 'number') return 'num';
  return kind === 'date' ? 'time' : undefined;
}
