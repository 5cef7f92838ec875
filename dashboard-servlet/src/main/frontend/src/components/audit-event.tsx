import { Avatar } from '@/components/avatar';
import { Icon } from '@/components/icon';
import type { AuditEvent } from '@/lib/api-types';
import { actorLabel } from '@/lib/audit-sentence';
import { shorten } from '@/lib/format';
import { t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import css from './audit-event.module.css';

export const isFailure = (action: string) => /(failed|refused|detected)$/.test(action);

const GLYPHS = { system: 'refresh', api_key: 'key', operator: 'user', user: 'user', anonymous: 'user' } as const;

/** A small card and the name; no link: the row is one already. */
export function ActorCell({ event }: { readonly event: AuditEvent }) {
  const { app } = useSession();
  const { kind, id, name } = event.actor;
  const words = actorLabel(event, app.name);
  const person = kind === 'operator' || kind === 'user';
  return (
    <span className={css.actor}>
      {person ? (
        <Avatar id={id ?? ''} name={name} small />
      ) : (
        <span className={css.glyph}>
          <Icon name={GLYPHS[kind]} />
        </span>
      )}
      <span className={css.name} title={words}>
        {words}
      </span>
    </span>
  );
}

/** On whom: a link to the user, if there is still one within reach. */
export function UserLink({ user, className }: { readonly user: AuditEvent['user']; readonly className?: string }) {
  const { can } = useSession();
  if (!user) return null;
  const words = user.name ?? shorten(user.id);
  if (!user.name || !can('users:read')) {
    return <span title={user.name ? words : t('audit.goneUser')}>{words}</span>;
  }
  return (
    <a className={className} href={linkTo(['users', user.id])} title={words}>
      {words}
    </a>
  );
}
