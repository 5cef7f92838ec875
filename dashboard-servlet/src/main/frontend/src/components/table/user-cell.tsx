import { Avatar } from '@/components/avatar';
import css from '@/components/table/table.module.css';
import { t } from '@/lib/i18n';
import { formatPhone } from '@/lib/phone';
import { linkTo } from '@/lib/router';

type Named = {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
};

/** What to call a user: the name, else how they are reached, else the id. */
export function displayName(user: Named): string {
  return user.name || user.email || (user.phone && formatPhone(user.phone)) || user.id;
}

/** The email, else the phone as one reads it. */
export const reachOf = ({ email, phone }: Named) => email ?? (phone && formatPhone(phone));

/** The user of a row; the link covers the whole row, so a middle click and Tab are the browser's own. */
export function UserCell({ user }: { readonly user: Named }) {
  const name = displayName(user);
  const line = user.name ? (reachOf(user) ?? '') : t('users.noName');
  return (
    <div className={css.who}>
      <Avatar id={user.id} name={user.name} />
      <span className={css.whoText}>
        <a className={css.name} href={linkTo(['users', user.id])} title={name}>
          {name}
        </a>
        <span className={css.line} title={line}>
          {line}
        </span>
      </span>
    </div>
  );
}
