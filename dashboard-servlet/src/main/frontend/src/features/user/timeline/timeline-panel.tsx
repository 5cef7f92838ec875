import { useEffect, useState } from 'preact/compat';
import { Button, LinkButton } from '@/components/button';
import { Select } from '@/components/form/select';
import { Note } from '@/components/note';
import { Panel, PanelBody } from '@/components/panel';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { TimelinePage, User } from '@/lib/api-types';
import { errorMessage } from '@/lib/error-messages';
import { formatDate, formatLongDay } from '@/lib/format';
import { label, t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import { type OperatorSession, useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { getTimeline, type TimelineFilter } from '../api/user';
import { MomentItem } from './moment-item';
import { beganBefore, byDay } from './timeline';
import css from './timeline.module.css';

type TimelinePanelProps = { readonly user: User; readonly first: TimelinePage };

/** What happened to the user, newest first; begins with what came with the page. */
export function TimelinePanel({ user, first }: TimelinePanelProps) {
  const session = useSession();
  const [kind, setKind] = useState('');
  const [loaded, setLoaded] = useState<TimelinePage>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const filter = filterOf(kind);
  const page = loaded ?? first;
  const newest = first.items[0]?.id;

  const load = async (wanted: TimelineFilter, before?: TimelinePage) => {
    setBusy(true);
    setError(undefined);
    try {
      const next = await getTimeline(user.id, wanted, before?.nextCursor);
      setLoaded({ ...next, items: [...(before?.items ?? []), ...next.items] });
    } catch (cause) {
      setError(toApiError(cause, user.id));
    } finally {
      setBusy(false);
    }
  };

  const choose = (next: string) => {
    setKind(next);
    if (next === '') setLoaded(undefined);
    else void load(filterOf(next));
  };

  // something happened since: what was loaded beside it begins elsewhere now
  useEffect(() => {
    if (kind === '') setLoaded(undefined);
    else void load(filter);
  }, [newest]);

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
        page.nextCursor && (
          <Button small busy={busy && t('shell.loading')} onClick={() => void load(filter, page)}>
            {t('timeline.older')}
          </Button>
        )
      }
    >
      <div className={css.filter}>
        <Select small label={t('timeline.kind')} value={kind} options={kinds(session)} onChange={choose} />
      </div>
      <div aria-busy={busy || undefined}>
        {byDay(page.items).map(({ day, moments }) => (
          <div key={day}>
            <h3 className={css.day}>{formatLongDay(moments[0]?.event.at ?? day)}</h3>
            <ol className={css.line}>
              {moments.map((moment) => (
                <MomentItem key={moment.event.id} moment={moment} user={user} />
              ))}
            </ol>
          </div>
        ))}
        {!page.nextCursor && kind === '' && beganBefore(page.items, user.joinedAt) && (
          <p className={css.joined}>{t('user.joined', { time: formatDate(user.joinedAt) })}</p>
        )}
        {page.items.length === 0 && kind !== '' && !busy && (
          <PanelBody>
            <p className={text.faint}>{t('timeline.none')}</p>
          </PanelBody>
        )}
      </div>
      {error && (
        <PanelBody>
          <Note tone="danger" alert>
            {errorMessage(error, session.app.name)}
          </Note>
        </PanelBody>
      )}
    </Panel>
  );
}

const OPERATORS = 'by:operator';

/** All of a component, or what operators did. */
function filterOf(kind: string): TimelineFilter {
  if (kind === '') return {};
  return kind === OPERATORS ? { actor: 'operator' } : { action: kind };
}

function kinds({ auditTexts }: OperatorSession) {
  return [
    { id: '', label: t('timeline.kind.any') },
    { id: OPERATORS, label: t('timeline.kind.operators') },
    { id: 'user.', label: t('timeline.kind.user') },
    { id: 'session.', label: t('timeline.kind.session') },
    { id: 'mail.', label: t('timeline.kind.mail') },
    { id: 'data.', label: t('timeline.kind.data') },
    ...auditTexts
      .filter(({ action }) => action.endsWith('.'))
      .map((component) => ({ id: component.action, label: label(component.label) })),
  ];
}
