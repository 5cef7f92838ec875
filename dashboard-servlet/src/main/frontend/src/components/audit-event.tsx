import { Avatar } from '@/components/avatar';
import { Icon } from '@/components/icon';
import type { AuditEvent } from '@/lib/api-types';
import { shorten } from '@/lib/format';
import { named, t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import { describeDevice } from '@/lib/user-agent';
import css from './audit-event.module.css';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What happened, in words; an action that we don't know is read as it is spelt: "role-assigned", "Role assigned". */
export function actionLabel(action: string): string {
  const spelt = action.slice(action.indexOf('.') + 1).replaceAll('-', ' ');
  return named(`action.${action}`, spelt.charAt(0).toUpperCase() + spelt.slice(1));
}

export const isFailure = (action: string) => /(failed|refused|detected)$/.test(action);

/** What it was about, if that is something to read. */
export const targetLabel = ({ target }: AuditEvent) => (target && !ID.test(target) ? target : undefined);

/** What was refused, and why; a reason that we don't know is read as it is spelt. */
function refusalWords(event: AuditEvent): string {
  const said = (field: string) => event.changes.find((change) => change.field === field)?.after ?? '';
  const reason = said('reason');
  const before = Number(said('before'));
  const words = [
    named(`audit.refused.${reason}`, reason),
    said('permission'),
    targetLabel(event) ?? '',
    before > 0 ? t('audit.refused.before', { count: before }) : '',
  ];
  return listed(words.filter((part) => part !== ''));
}

/** All there is to say about it in one line. */
export function detailLabel(event: AuditEvent): string {
  if (event.action === 'operator.refused') return refusalWords(event);
  const changes = event.changes.map(({ field, before, after }) =>
    typeof before === 'string'
      ? t('audit.change', { field, before, after: after ?? t('audit.nothing') })
      : t('audit.set', { field, after: after ?? t('audit.nothing') }),
  );
  const about = [targetLabel(event), ...changes].filter((words) => words !== undefined);
  if (about.length === 0 && event.actor.kind !== 'operator' && event.actor.userAgent) {
    return describeDevice(event.actor.userAgent).name;
  }
  return listed(about);
}

/** "a, b, c" */
export function listed(words: readonly string[]): string {
  return words.reduceRight((rest, first) => (rest ? t('audit.list', { first, rest }) : first), '');
}

/** What to call who did it. */
export function actorLabel({ actor }: AuditEvent, app: string): string {
  if (actor.kind === 'system') return app;
  if (actor.kind === 'anonymous') return t('audit.unknown');
  return actor.name ?? (actor.kind === 'user' ? t('audit.goneUser') : (actor.id ?? t('audit.unknown')));
}

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
          <Icon name={kind === 'system' ? 'refresh' : 'user'} />
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
