import css from '@/components/status.module.css';
import type { Tone } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { named } from '@/lib/i18n';

type StatusProps = { readonly tone: string; readonly children: string; readonly box?: boolean };

const tones: Readonly<Record<string, Tone>> = { active: 'ok', suspended: 'danger', invited: 'warn' };

export function toneOf(value: string): Tone {
  return value === 'ok' || value === 'warn' || value === 'danger' ? value : 'none';
}

/** A shape and a word: never a colour alone. */
export function Status({ tone, children, box }: StatusProps) {
  return (
    <span className={cx(css.status, box && css.box)} data-tone={toneOf(tone)}>
      {children}
    </span>
  );
}

export function UserStatus({ status, box }: { readonly status: string; readonly box?: boolean }) {
  return (
    <Status tone={tones[status] ?? 'none'} box={box}>
      {named(`status.${status}`, status)}
    </Status>
  );
}
