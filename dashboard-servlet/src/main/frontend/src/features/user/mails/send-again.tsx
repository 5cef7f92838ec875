import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { toApiError } from '@/lib/api-error';
import type { MailRow, User } from '@/lib/api-types';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import { sendMailAgain } from '../api/user';
import { mailKind } from './mail-kind';

export type Again = {
  /** Whether this operator looks after all of the user. */
  readonly mayEdit: boolean;
  readonly onChanged: () => void;
};

type SendAgainProps = Pick<Again, 'onChanged'> & { readonly user: User; readonly mail: MailRow };

/** Sends a mail again, the same one: what its link is good for has not changed. */
export function SendAgain({ user, mail, onChanged }: SendAgainProps) {
  const app = useSession().app.name;
  const [busy, setBusy] = useState(false);

  const send = async () => {
    setBusy(true);
    try {
      await sendMailAgain(user.id, mail.id);
      toast(t('mail.again.done'));
    } catch (cause) {
      const error = toApiError(cause, mail.id);
      toast(error.problem.detail ?? errorMessage(error, app), { tone: 'danger' });
    } finally {
      setBusy(false);
      onChanged();
    }
  };

  return (
    <Button
      small
      label={t('mail.againOf', { kind: mailKind(mail) })}
      busy={busy && t('common.working')}
      onClick={() => void send()}
    >
      {t('mail.again')}
    </Button>
  );
}
