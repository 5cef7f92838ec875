import css from '@/components/status.module.css';
import type { StatusCell, User } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { named } from '@/lib/i18n';

/** How something that is looks. */
export type Tone = StatusCell['tone'];

type StatusProps = { readonly tone: Tone; readonly children: string; readonly box?: boolean };

const tones: Readonly<Record<User['status'], Tone>> = { active: 'ok', suspended: 'danger', invited: 'warn' };

/** A shape and a word: never a colour alone. */
export function Status({ tone, children, box }: StatusProps) {
  return (
    <span className={cx(css.status, box && css.box)} data-tone={tone}>
      {children}
    </span>
  );
}

export function UserStatus({ status, box }: { readonly status: User['status']; readonly box?: boolean }) {
  return (
    <Status tone={tones[status]} box={box}>
      {named(`status.${status}`, status)}
    </Status>
  );
}
