import { UserLink } from '@/components/audit-event';
import { Copy } from '@/components/copy';
import { Facts } from '@/components/panel';
import { Time } from '@/components/time';
import type { AuditEvent } from '@/lib/api-types';
import { actionLabel, actorLabel, fieldLabel, targetLabel } from '@/lib/audit-sentence';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import { describeDevice } from '@/lib/user-agent';
import text from '@/styles/text.module.css';
import css from './audit.module.css';
import { auditLink } from './audit-location';

/** Everything that is known of an event. */
export function EventDetail({ event }: { readonly event: AuditEvent }) {
  const plain = event.changes.length === 0;
  return (
    <div className={css.detail} data-plain={plain}>
      {!plain && <Changes event={event} />}
      <EventFacts event={event} />
    </div>
  );
}

function Changes({ event }: { readonly event: AuditEvent }) {
  return (
    <table className={css.diff}>
      <thead>
        <tr>
          <th scope="col">{t('audit.field')}</th>
          <th scope="col">{t('audit.before')}</th>
          <th scope="col">{t('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {event.changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{fieldLabel(field)}</th>
            <td>{before ?? t('audit.nothing')}</td>
            <td>{after ?? t('audit.nothing')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EventFacts({ event }: { readonly event: AuditEvent }) {
  const { tenants, tenantName, auditTexts } = useSession();
  const { actor, user, target } = event;
  const device = actor.userAgent ? describeDevice(actor.userAgent).name : undefined;
  const from = device && actor.ip ? t('audit.list', { first: device, rest: actor.ip }) : (device ?? actor.ip);
  const facts = [
    { label: t('audit.event'), value: <Copy value={event.id} /> },
    { label: t('audit.column.time'), value: <Time at={event.at} as="moment" /> },
    { label: t('audit.action'), value: <span title={event.action}>{actionLabel(event.action, auditTexts)}</span> },
    { label: t('audit.type'), value: <span className={text.mono}>{event.action}</span> },
    ...(user ? [{ label: t('audit.column.user'), value: <UserLink user={user} /> }] : []),
    ...(target ? [{ label: t('audit.target'), value: targetLabel(event) ?? <Copy value={target} /> }] : []),
    ...(event.tenant && tenants.length > 1
      ? [{ label: t('audit.column.tenant'), value: tenantName(event.tenant) }]
      : []),
    ...(from ? [{ label: t('audit.device'), value: <span title={actor.userAgent}>{from}</span> }] : []),
    ...(user || actor.id ? [{ label: t('audit.more'), value: <More event={event} /> }] : []),
  ];
  return <Facts facts={facts} columns={1} />;
}

/** To all that happened to the same user, and all that the same person did. */
function More({ event }: { readonly event: AuditEvent }) {
  const { app } = useSession();
  const { actor, user } = event;
  const mayFilterBy = actor.id && actor.kind !== 'anonymous' && actor.kind !== 'system';
  return (
    <span className={css.more}>
      {user && (
        <a href={auditLink({ user: user.id })}>{t('audit.more.user', { name: user.name ?? t('audit.goneUser') })}</a>
      )}
      {mayFilterBy && (
        <a href={auditLink({ actor: `${actor.kind}:${actor.id}` })}>
          {t('audit.more.actor', { name: actorLabel(event, app.name) })}
        </a>
      )}
    </span>
  );
}
