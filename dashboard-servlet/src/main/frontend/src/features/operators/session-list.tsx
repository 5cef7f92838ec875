import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Note } from '@/components/note';
import panel from '@/components/panel.module.css';
import { Time } from '@/components/time';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { OperatorSessionRow } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { rich, t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import { describeDevice } from '@/lib/user-agent';
import text from '@/styles/text.module.css';
import css from './operators.module.css';

type SessionListProps = {
  readonly sessions: readonly OperatorSessionRow[];
  /** Absent for who may not. */
  readonly end?: (id: string) => Promise<void>;
  readonly onEnded: () => void;
};

/** Where an operator is signed in: device, address and last use, and a button that ends it. */
export function SessionList({ sessions, end, onEnded }: SessionListProps) {
  const { app } = useSession();
  const [ending, setEnding] = useState<string>();
  const [error, setError] = useState<ApiError>();

  const stop = async (id: string) => {
    if (!end || ending) return;
    setEnding(id);
    setError(undefined);
    try {
      toast(t((await endedOrGone(end, id)) ? 'user.sessions.gone' : 'user.sessions.ended'));
      onEnded();
    } catch (cause) {
      setError(toApiError(cause, id));
    } finally {
      setEnding(undefined);
    }
  };

  if (sessions.length === 0) return <p className={text.faint}>{t('user.sessions.empty')}</p>;
  return (
    <>
      {error && (
        <Note tone="danger" alert>
          {errorMessage(error, app.name)}
        </Note>
      )}
      <div className={css.flush}>
        <ul className={panel.list}>
          {sessions.map((session) => (
            <li key={session.id}>
              <span className={panel.glyph}>
                <Icon name={describeDevice(session.userAgent).mobile ? 'phone' : 'laptop'} />
              </span>
              <Words session={session} />
              {end && !session.current && (
                <Button
                  small
                  label={t('user.sessions.endOne', { device: describeDevice(session.userAgent).name })}
                  busy={ending === session.id && t('user.sessions.ending')}
                  onClick={() => void stop(session.id)}
                >
                  {t('user.sessions.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function Words({ session }: { readonly session: OperatorSessionRow }) {
  return (
    <span className={panel.item}>
      <span title={session.userAgent}>{describeDevice(session.userAgent).name}</span>
      <span className={cx(text.sm, text.faint, text.num)}>
        {session.ip && `${session.ip} · `}
        {session.current
          ? t('profile.sessions.current')
          : rich('user.sessions.lastUsedAt', { time: <Time at={session.lastUsedAt} as="ago" /> })}
      </span>
    </span>
  );
}

/** Whether it was over already, which is as good as ended. */
async function endedOrGone(end: (id: string) => Promise<void>, id: string): Promise<boolean> {
  try {
    await end(id);
    return false;
  } catch (error) {
    if (toApiError(error, id).slug === 'not-found') return true;
    throw error;
  }
}
