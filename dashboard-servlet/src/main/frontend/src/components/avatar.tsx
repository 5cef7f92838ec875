import css from '@/components/avatar.module.css';
import { Icon } from '@/components/icon';
import { cx } from '@/lib/cx';
import { initials } from '@/lib/format';

type AvatarProps = {
  readonly id: string;
  readonly name?: string | null;
  readonly large?: boolean;
  readonly small?: boolean;
};

const HUES = 6;

/** One of six hues, the same for the same person on every page. */
export function hueOf(id: string): number {
  let hash = 0;
  for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) >>> 0;
  return 1 + (hash % HUES);
}

export function Avatar({ id, name, large, small }: AvatarProps) {
  const letters = initials(name);
  return (
    <span
      className={cx(css.avatar, large && css.large, small && css.small)}
      data-hue={letters ? hueOf(id) : 'none'}
      aria-hidden="true"
    >
      {letters || <Icon name="user" />}
    </span>
  );
}
