import { useState } from 'preact/compat';
import { Button, IconButton } from '@/components/button';
import layout from '@/components/layout.module.css';
import { Note } from '@/components/note';
import { Panel, PanelBody } from '@/components/panel';
import { DataTable } from '@/components/table/data-table';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Session, SessionPage, User } from '@/lib/api-types';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { endSession } from '../api/user';
import { sessionsWords } from '../dialogs/open-dialog';
import { sessionColumns } from './session-columns';
import { useSessionPages } from './session-pages';

type SessionsPanelProps = {
  readonly user: User;
  /** The newest, as they came with the page. */
  readonly sessions: SessionPage;
  readonly onEndAll: () => void;
  readonly onChanged: () => void;
};

export function SessionsPanel({ user, sessions, onEndAll, onChanged }: SessionsPanelProps) {
  const operator = useSession();
  const [ending, setEnding] = useState<string>();
  const [error, setError] = useState<ApiError>();
  const { items, nextCursor: next, previousCursor: previous, failure, turn, back } = useSessionPages(user.id, sessions);
  const refusal = error ?? failure;
  const mayEnd = operator.can('sessions:end');

  const end = async (session: Session) => {
    if (ending) return;
    setEnding(session.handle);
    setError(undefined);
    try {
      const gone = await endedOrGone(user.id, session.handle);
      toast(gone ? t('user.sessions.gone') : t('user.sessions.ended'));
      onChanged();
    } catch (cause) {
      setError(toApiError(cause, session.handle));
    } finally {
      setEnding(undefined);
    }
  };

  return (
    <Panel
      id="sessions"
      title={t('user.sessions')}
      count={previous ? undefined : sessionsWords({ items, nextCursor: next })}
      acts={
        mayEnd &&
        items.length > 0 && (
          <Button small tone="danger" icon="out" onClick={onEndAll}>
            {t('user.sessions.endAll')}
          </Button>
        )
      }
      foot={(next || previous) && <Pager nextCursor={next} previousCursor={previous} onTurn={turn} />}
    >
      {refusal && (
        <PanelBody>
          <Note
            tone="danger"
            alert
            action={
              <IconButton
                icon="x"
                small
                tip={false}
                label={t('common.dismiss')}
                onClick={() => {
                  setError(undefined);
                  if (failure) back();
                }}
              />
            }
          >
            {errorMessage(refusal, operator.app.name)}
          </Note>
        </PanelBody>
      )}
      {items.length === 0 ? (
        <PanelBody>
          <p className={text.faint}>{t('user.sessions.empty')}</p>
        </PanelBody>
      ) : (
        <DataTable
          inside
          caption={t('user.sessions')}
          columns={sessionColumns(operator, mayEnd ? { ending, onEnd: (session) => void end(session) } : undefined)}
          rows={items}
          rowKey={(session) => session.handle}
        />
      )}
    </Panel>
  );
}

type PagerProps = Pick<SessionPage, 'nextCursor' | 'previousCursor'> & { readonly onTurn: (cursor: string) => void };

function Pager({ nextCursor: next, previousCursor: previous, onTurn }: PagerProps) {
  return (
    <nav className={layout.pager} aria-label={t('user.sessions.pages')}>
      <Button small icon="left" disabled={!previous} onClick={() => previous && onTurn(previous)}>
        {t('users.newer')}
      </Button>
      <Button small iconAfter="right" disabled={!next} onClick={() => next && onTurn(next)}>
        {t('users.older')}
      </Button>
    </nav>
  );
}

/** Whether it was over already, which is as good as ended. */
async function endedOrGone(user: string, handle: string): Promise<boolean> {
  try {
    await endSession(user, handle);
    return false;
  } catch (error) {
    if (toApiError(error, handle).slug === 'not-found') return true;
    throw error;
  }
}
