import { useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { TextField } from '@/components/form/field';
import { Dialog } from '@/components/overlay/dialog';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import type { InvitedOperator } from '@/lib/api-types';
import { isEmail } from '@/lib/form';
import { t } from '@/lib/i18n';
import { invalidate } from '@/lib/query';
import { useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { ACCESS_FIELDS, AccessFields, accessBody, checkAccess, newAccess } from './access-fields';
import { inviteOperator } from './api/operators';
import { MadeLink } from './made-link';

/** Ends in where the link went: mailed, or here to be handed over. */
export function InviteOperator({ onClose }: { readonly onClose: () => void }) {
  const [invited, setInvited] = useState<InvitedOperator>();
  return invited ? (
    <Invited key="done" invited={invited} onClose={onClose} />
  ) : (
    <Invitation key="form" onInvited={setInvited} onClose={onClose} />
  );
}

type InvitationProps = { readonly onInvited: (invited: InvitedOperator) => void; readonly onClose: () => void };

function Invitation({ onInvited, onClose }: InvitationProps) {
  const session = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['email', ...ACCESS_FIELDS]);
  const [email, setEmail] = useState('');
  const [access, setAccess] = useState(() => newAccess(session));

  const check = () => ({
    ...(isEmail(email.trim()) ? {} : { email: t('field.email') }),
    ...checkAccess(access),
  });
  const invite = () =>
    submit.run(check(), async () => {
      const invited = await inviteOperator({ email: email.trim(), ...accessBody(access) });
      invalidate('operators');
      onInvited(invited);
    });

  return (
    <SubmitDialog
      title={t('operators.invite')}
      form={form}
      submit={submit}
      button={t('operators.invite.do')}
      busy={t('operators.invite.busy')}
      dirty={email !== '' || access.preset !== ''}
      onSubmit={() => void invite()}
      onClose={onClose}
    >
      <TextField
        name="email"
        type="email"
        label={t('user.email')}
        help={t('operators.invite.help')}
        value={email}
        error={submit.errors.email}
        onChange={setEmail}
      />
      <AccessFields draft={access} submit={submit} onChange={setAccess} />
    </SubmitDialog>
  );
}

type InvitedProps = { readonly invited: InvitedOperator; readonly onClose: () => void };

function Invited({ invited: { operator, link }, onClose }: InvitedProps) {
  return (
    <Dialog
      title={t('operators.invited.title', { name: operator.email })}
      onClose={onClose}
      onSubmit={onClose}
      foot={
        <Button type="submit" tone="primary">
          {t('operators.invited.done')}
        </Button>
      }
    >
      <MadeLink link={link} name={operator.email} />
    </Dialog>
  );
}
