import { useState } from 'preact/compat';
import { actionLabel, actorLabel, isFailure, listed, targetLabel } from '@/components/audit-event';
import { Button, LinkButton } from '@/components/button';
import { Note } from '@/components/note';
import { Panel, PanelBody } from '@/components/panel';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { AuditEvent, TimelinePage, User } from '@/lib/api-types';
import { errorMessage } from '@/lib/error-messages';
import { formatClock, formatExact, formatLongDay } from '@/lib/format';
import { t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import { describeDevice } from '@/lib/user-agent';
import text from '@/styles/text.module.css';
import { getTimeline } from '../api/user';
import { byDay, type Moment } from './timeline';
import css from './timeline.module.css';

type TimelinePanelProps = { readonly user: User; readonly first: TimelinePage };

/** What happened to the user, newest first; begins with what came with the page. */
export function TimelinePanel({ user, first }: TimelinePanelProps) {
  const app = useSession().app.name;
  const [older, setOlder] = useState<TimelinePage>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const events = older ? [...first.items, ...older.items] : first.items;
  const next = older ? older.nextCursor : first.nextCursor;

  const more = async (cursor: string) => {
    setBusy(true);
    setError(undefined);
    try {
      const page = await getTimeline(user.id, cursor);
      setOlder({ ...page, items: [...(older?.items ?? []), ...page.items] });
    } catch (cause) {
      setError(toApiError(cause, user.id));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Panel
      id="timeline"
      title={t('timeline.title')}
      acts={
        <LinkButton small tone="ghost" href={linkTo(['audit'], { user: user.id })}>
          {t('timeline.all')}
        </LinkButton>
      }
      foot={
        next && (
          <Button small busy={busy && t('shell.loading')} onClick={() => void more(next)}>
            {t('timeline.older')}
          </Button>
        )
      }
    >
      {events.length === 0 && (
        <PanelBody>
          <p className={text.faint}>{t('timeline.empty')}</p>
        </PanelBody>
      )}
      {byDay(events).map(({ day, moments }) => (
        <div key={day}>
          <h3 className={css.day}>{formatLongDay(moments[0]?.event.at ?? day)}</h3>
          <ol className={css.line}>
            {moments.map((moment) => (
              <MomentItem key={moment.event.id} moment={moment} user={user} />
            ))}
          </ol>
        </div>
      ))}
      {error && (
        <PanelBody>
          <Note tone="danger" alert>
            {errorMessage(error, app)}
          </Note>
        </PanelBody>
      )}
    </Panel>
  );
}

function MomentItem({ moment: { event, times }, user }: { readonly moment: Moment; readonly user: User }) {
  const session = useSession();
  const what = whatWords(event, times);
  return (
    <li data-kind={kindOf(event)}>
      <a href={linkTo(['audit', event.id], { user: user.id })}>{what}</a>
      <span className={css.when}>
        <time dateTime={event.at} title={formatExact(event.at)}>
          {formatClock(event.at)}
        </time>
        <span>{contextWords(event, user, session.app.name, session.tenants.length > 1 && session.tenantName)}</span>
      </span>
    </li>
  );
}

function kindOf(event: AuditEvent): string {
  if (isFailure(event.action)) return 'bad';
  return event.actor.kind === 'operator' ? 'op' : '';
}

function whatWords(event: AuditEvent, times: number): string {
  const action = actionLabel(event.action);
  const isNew = /\.(created|signed-up)$/.test(event.action);
  const about = targetLabel(event) ?? (isNew ? '' : listed(event.changes.map(({ field }) => field)));
  const what = about ? t('timeline.what', { what: action, detail: about }) : action;
  return times > 1 ? t('timeline.times', { what, count: times }) : what;
}

/** Who, if it wasn't the user; where; and from what. */
function contextWords(
  event: AuditEvent,
  user: User,
  app: string,
  tenantName: ((id: string) => string) | false,
): string {
  const { actor, tenant } = event;
  const self = actor.kind === 'user' && actor.id === user.id;
  const who = self || actor.kind === 'anonymous' ? undefined : actorLabel(event, app);
  const device = self && actor.userAgent ? describeDevice(actor.userAgent).name : undefined;
  return listed(
    [who, tenant && tenantName ? tenantName(tenant) : undefined, device ?? (who ? undefined : actor.ip)].filter(
      (words) => typeof words === 'string',
    ),
  );
}
