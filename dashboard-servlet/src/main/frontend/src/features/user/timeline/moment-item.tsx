import { isFailure } from '@/components/audit-event';
import type { AuditEvent, User } from '@/lib/api-types';
import { actorLabel, type Sentence, sentenceOf } from '@/lib/audit-sentence';
import { formatClock, formatExact } from '@/lib/format';
import { t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import { type OperatorSession, useSession } from '@/lib/session';
import { describeDevice } from '@/lib/user-agent';
import type { Moment } from './timeline';
import css from './timeline.module.css';

/** A line of the timeline: what happened in a sentence, and below it when and from where. */
export function MomentItem({ moment, user }: { readonly moment: Moment; readonly user: User }) {
  const session = useSession();
  const { event, times, since } = moment;
  const sentence = sentenceOf(event, session);
  return (
    <li data-kind={kindOf(event)}>
      <a href={linkTo(['audit', event.id], { user: user.id })}>{sentence.words}</a>
      <span className={css.when}>
        <time dateTime={event.at} title={formatExact(event.at)}>
          {formatClock(event.at)}
        </time>
        {times > 1 && <span>{t('timeline.times', { count: times, time: formatClock(since) })}</span>}
        {contextOf(event, sentence, session).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </span>
    </li>
  );
}

function kindOf(event: AuditEvent): string {
  if (isFailure(event.action)) return 'bad';
  return event.actor.kind === 'operator' || event.actor.kind === 'api_key' ? 'op' : '';
}

/** Who, if it was neither the user nor said already; in which tenant; and from what. */
function contextOf(event: AuditEvent, { namesActor }: Sentence, session: OperatorSession): readonly string[] {
  const { actor, user, tenant } = event;
  const isSelf = actor.kind === 'user' && actor.id === user?.id;
  const isUnknown = actor.kind === 'anonymous';
  const who = isSelf || isUnknown || namesActor ? undefined : actorLabel(event, session.app.name);
  const where = tenant && session.tenants.length > 1 ? session.tenantName(tenant) : undefined;
  const device = isSelf && actor.userAgent ? describeDevice(actor.userAgent).name : undefined;
  const from = device ?? (isSelf || isUnknown ? actor.ip : undefined);
  return [who, where, from].filter((words) => typeof words === 'string');
}
