import { Icon } from '@/components/icon';
import panel from '@/components/panel.module.css';
import { cx } from '@/lib/cx';
import { label, named } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import css from './permissions.module.css';

/** Permissions that begin with the same word. */
export type PermissionGroup = { readonly resource: string; readonly names: readonly string[] };

export function groupsOf(names: readonly string[]): readonly PermissionGroup[] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const resource = name.split(':')[0] ?? name;
    const group = groups.get(resource);
    if (group) group.push(name);
    else groups.set(resource, [name]);
  }
  return [...groups].map(([resource, own]) => ({ resource, names: own }));
}

/** What is held, by what it is about. */
export function PermissionList({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className={css.permissions}>
      {names.map((name) => (
        <li key={name}>
          <span className={cx(panel.glyph, text.ok)}>
            <Icon name="check" />
          </span>
          <PermissionName name={name} />
        </li>
      ))}
    </ul>
  );
}

export function PermissionName({ name }: { readonly name: string }) {
  const { permissionTexts } = useSession();
  const own = permissionTexts.find((each) => each.name === name);
  // A recipe's is called as the recipe does.
  const words = own ? label(own.text) : named(`permission.${name}`, '');
  return (
    <span className={css.permission}>
      {words && <span>{words}</span>}
      <span className={cx(text.sm, text.mono, text.faint, text.anywhere)}>{name}</span>
    </span>
  );
}
