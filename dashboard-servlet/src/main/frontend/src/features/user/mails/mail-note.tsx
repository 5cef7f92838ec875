import { Note } from '@/components/note';
import type { MailPage, User } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { mailKind } from './mail-kind';
import { type Again, SendAgain } from './send-again';

type MailNoteProps = Again & { readonly user: User; readonly mails: MailPage | undefined };

/** On top of the page: the last mail to this person didn't get there, and why. */
export function MailNote({ user, mails, mayEdit, onChanged }: MailNoteProps) {
  const { can } = useSession();
  const mail = mails?.items[0];
  if (!mail?.lastError || mail.state === 'sent') return null;
  const failed = mail.state === 'failed';
  return (
    <Note
      tone={failed ? 'danger' : 'warn'}
      alert
      action={mayEdit && can('mail:send') && <SendAgain user={user} mail={mail} onChanged={onChanged} />}
    >
      <p className={text.anywhere}>
        {t(failed ? 'mail.notDelivered' : 'mail.notYet', { kind: mailKind(mail), reason: mail.lastError })}
      </p>
      {!failed && <p className={text.muted}>{t('mail.notYet.next')}</p>}
    </Note>
  );
}
