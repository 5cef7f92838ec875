import type { ComponentChildren } from 'preact';
import { Avatar } from '@/components/avatar';
import { ChipLine } from '@/components/chip';
import { Icon } from '@/components/icon';
import { Status } from '@/components/status';
import table from '@/components/table/table.module.css';
import { TenantsCell } from '@/components/table/tenants-cell';
import { displayName } from '@/components/table/user-cell';
import { Time } from '@/components/time';
import type { Locks } from '@/lib/action';
import type { CellValue, ChipValue, FirstChipsCell, StatusCell, TitleCell, UserCell } from '@/lib/api-types';
import { formatNumber } from '@/lib/format';
import { label, t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';

type CellProps = {
  readonly kind: string;
  /** Absent for a user or row without one. */
  readonly value: CellValue | undefined;
  /** The width of its column by name. */
  readonly width?: string;
};

const isGrown = (width: string | undefined) => width === 'grow' || width === 'lg';

/** A value of a recipe by its kind. An unknown kind, or a value that does not fit it, is drawn as plain text. */
export function Cell({ kind, value, width }: CellProps): ComponentChildren {
  if (value === undefined) return kind === 'chips' ? null : <Nothing />;
  if (typeof value === 'boolean') return <Flag on={value} />;
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return <TextCell kind={kind} value={value} />;
  if (isWords(value)) return width ? <TenantsCell ids={value} /> : <Tenants ids={value} />;
  if (isChips(value)) return value.length === 0 ? null : <ChipLine items={value} most={isGrown(width) ? 2 : 1} />;
  if ('first' in value) return <First chips={value} most={isGrown(width) ? 2 : 1} />;
  if ('title' in value) return <Title title={value} />;
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

function UserLink({ user }: { readonly user: UserCell }) {
  return (
    <a className={table.over} href={linkTo(['users', user.id])}>
      {displayName(user)}
    </a>
  );
}

type TitleProps = { readonly title: TitleCell; readonly href?: string; readonly locks?: Locks };

/** What names a row; the link over the whole row is the table's. */
export function Title({ title, href, locks }: TitleProps) {
  return (
    <>
      <span className={table.title}>
        <RowName href={href}>{title.title}</RowName>
        <Lock locks={locks} />
      </span>
      {title.line && (
        <span className={table.line} title={title.line}>
          {title.line}
        </span>
      )}
    </>
  );
}

/** Tells what can't be done with a row, and why. */
export function Lock({ locks }: { readonly locks: Locks }) {
  const reasons = [...new Set(Object.values(locks ?? {}).map((reason) => label(reason)))].join(' ');
  if (!reasons) return null;
  return (
    <span className={text.faint} title={reasons}>
      <Icon name="lock" />
      <span className={text.vh}>{reasons}</span>
    </span>
  );
}

/** The person of a row, with the link over the whole row. */
export function PersonName({ user, href }: { readonly user: UserCell; readonly href: string | undefined }) {
  const name = displayName(user);
  return (
    <span className={table.who}>
      <Avatar id={user.id} name={name} />
      <RowName href={href}>{name}</RowName>
    </span>
  );
}

export function RowName({ href, children }: { readonly href: string | undefined; readonly children: string }) {
  return href ? (
    <a className={table.name} href={href} title={children}>
      {children}
    </a>
  ) : (
    <span className={table.name} title={children}>
      {children}
    </span>
  );
}

function First({ chips, most }: { readonly chips: FirstChipsCell; readonly most: number }) {
  if (chips.total === 0) return <span className={text.faint}>{t('common.none')}</span>;
  return <ChipLine items={chips.first} most={most} total={chips.total} exact />;
}

function Tenants({ ids }: { readonly ids: readonly string[] }) {
  const { tenantName } = useSession();
  return <>{ids.map(tenantName).join(', ')}</>;
}

type Listed = TitleCell | StatusCell | UserCell | FirstChipsCell | readonly ChipValue[] | readonly string[];

function isWords(value: Listed): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}

function isChips(value: Listed): value is readonly ChipValue[] {
  return Array.isArray(value);
}

function isStatus(value: StatusCell | UserCell): value is StatusCell {
  return 'tone' in value;
}

/** Whether values of this kind don't tell by their looks what they are: a number, a day, a yes. */
export const isBare = (kind: string) => !['title', 'user', 'status', 'chips'].includes(kind);

/** The look of a column whose values are of this kind. */
export function columnKind(kind: string): 'num' | 'time' | undefined {
  if (kind === 'number') return 'num';
  return kind === 'date' ? 'time' : undefined;
}
