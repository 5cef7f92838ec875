import css from '@/components/icon.module.css';
import { type IconName, iconPaths } from '@/components/icon-paths';
import { cx } from '@/lib/cx';

type IconProps = {
  /** A name from our set; recipes send theirs, and a name we do not have is drawn as a puzzle piece. */
  readonly name: IconName | (string & {});
  readonly small?: boolean;
  readonly className?: string;
};

const aliases: Readonly<Record<string, IconName>> = { shield: 'roles' };

export function iconPath(name: string): string {
  if (isIcon(name)) return iconPaths[name];
  return iconPaths[aliases[name] ?? 'puzzle'];
}

/** Decoration: what it means stands beside it in words, or in the label of the control it is in. */
export function Icon({ name, small, className }: IconProps) {
  return (
    <svg className={cx(css.icon, small && css.small, className)} viewBox="0 0 16 16" aria-hidden="true">
      <path d={iconPath(name)} />
    </svg>
  );
}

function isIcon(name: string): name is IconName {
  return Object.hasOwn(iconPaths, name);
}
