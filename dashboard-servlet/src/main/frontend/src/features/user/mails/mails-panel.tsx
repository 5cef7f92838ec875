import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import layout from '@/components/layout.module.css';
import { Note } from '@/components/note';
import { Panel, PanelBody } from '@/components/panel';
import css from '@/components/panel.module.css';
import { Status, type Tone } from '@/components/status';
import { Time } from '@/components/time';
import type { MailPage, MailRow, User } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { rich, t } from '@/lib/i18n';
import { disabledQuery, usePlaceholderData, useQuery } from '@/lib/query';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { mailsQuery } from '../api/user';
import { mailKind } from './mail-kind';
import { type Again, SendAgain } from './send-again';

type MailsPanelProps = Again & {
  readonly user: User;
  /** The newest, as they came with the page. */
  readonly mails: MailPage;
};

/** What mail was written to or about this user of late, and what became of it. */
export function MailsPanel({ user, mails, mayEdit, onChanged }: MailsPanelProps) {
  const { app, can } = useSession();
  const [cursor, setCursor] = useState<string>();
  const page = useQuery<MailPage | undefined>(cursor ? mailsQuery(user.id, cursor) : disabledQuery);
  const { items, nextCursor: next, previousCursor: previous } = usePlaceholderData(cursor ? page.data : mails) ?? mails;
  const failure = cursor ? page.error : undefined;
  return (
    <Panel
      id="mails"
      title={t('mail.title')}
      count={next || previous ? undefined : items.length}
      foot={
        (next || previous) && (
          <nav className={layout.pager} aria-label={t('mail.pages')}>
            <Button small icon="left" disabled={!previous} onClick={() => previous && setCursor(previous)}>
              {t('users.newer')}
            </Button>
            <Button small iconAfter="right" disabled={!next} onClick={() => next && setCursor(next)}>
              {t('users.older')}
            </Button>
          </nav>
        )
      }
    >
      {failure && (
        <PanelBody>
          <Note
            tone="danger"
            alert
            action={
              <Button small onClick={() => setCursor(undefined)}>
                {t('users.newer')}
              </Button>
            }
          >
            {errorMessage(failure, app.name)}
          </Note>
        </PanelBody>
      )}
      {items.length === 0 ? (
        <PanelBody>
          <p className={text.faint}>{t('mail.empty.user')}</p>
        </PanelBody>
      ) : (
        <ul className={css.list}>
          {items.map((mail) => (
            <MailItem key={mail.id} mail={mail}>
              {mayEdit && can('mail:send') && mail.state !== 'sent' && (
                <SendAgain user={user} mail={mail} onChanged={onChanged} />
              )}
            </MailItem>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const tones: Readonly<Record<MailRow['state'], Tone>> = { sent: 'ok', failed: 'danger', waiting: 'none' };

function MailItem({ mail, children }: { readonly mail: MailRow; readonly children: preact.ComponentChildren }) {
  const logged = useSession().mail.delivery === 'log';
  const state = mail.state === 'sent' && logged ? 'logged' : mail.state;
  return (
    <li>
      <span className={css.glyph}>
        <Icon name="mail" />
      </span>
      <div className={css.item}>
        <span className={cx(text.row, text.wrap)}>
          <span className={text.strong}>{mailKind(mail)}</span>
          <Status tone={mail.state === 'waiting' && mail.lastError ? 'warn' : tones[mail.state]}>
            {t(`mail.state.${state}`)}
          </Status>
        </span>
        <span className={cx(text.sm, text.muted, text.anywhere)}>
          {rich(mail.state === 'waiting' && mail.lastError ? 'mail.line.next' : `mail.line.${state}`, {
            to: mail.to,
            time: <Time at={mail.settledAt ?? mail.createdAt} as="moment" />,
            next: mail.nextAttemptAt ? <Time at={mail.nextAttemptAt} as="moment" /> : '',
          })}
        </span>
        {mail.lastError && <span className={cx(text.sm, text.anywhere)}>{mail.lastError}</span>}
      </div>
      {children && <span className={css.below}>{children}</span>}
    </li>
  );
}
