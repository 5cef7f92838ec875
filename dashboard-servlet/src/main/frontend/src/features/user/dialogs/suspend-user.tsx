import { useRef, useState } from 'preact/compat';
import {
  checkSuspension,
  isSuspensionTyped,
  noSuspension,
  SUSPENSION_FIELDS,
  SuspensionFields,
  suspensionBody,
} from '@/components/form/suspension-fields';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import { displayName } from '@/components/table/user-cell';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { suspendUser } from '../api/user';
import { type DialogProps, sessionCount } from './open-dialog';

/** Keeps the user out, for good or until the start of a day. */
export function SuspendUser({ user, sessions, onDone, onClose }: DialogProps) {
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, SUSPENSION_FIELDS);
  const [draft, setDraft] = useState(noSuspension);
  const count = sessionCount(sessions);
  const name = displayName(user);

  const suspend = () =>
    submit.run(checkSuspension(draft), async () => {
      const { ended } = await suspendUser(user.id, suspensionBody(draft));
      toast(ended > 0 ? t('user.suspend.ended', { name, count: ended }) : t('user.suspend.done', { name }));
      onDone();
    });

  return (
    <SubmitDialog
      title={t('user.suspend.title', { name })}
      form={form}
      submit={submit}
      button={t('user.suspend')}
      busy={t('user.suspend.busy')}
      icon="pause"
      dirty={isSuspensionTyped(draft)}
      onSubmit={() => void suspend()}
      onClose={onClose}
    >
      <p className={text.muted}>
        {count === undefined ? t('user.suspend.text') : t('user.suspend.counted', { count })}
      </p>
      <SuspensionFields draft={draft} errors={submit.errors} onChange={setDraft} />
    </SubmitDialog>
  );
}
