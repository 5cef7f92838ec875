import { useRef, useState } from 'preact/compat';
import { TextField } from '@/components/field';
import { displayName } from '@/components/person';
import { SubmitDialog } from '@/components/submit-dialog';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { type DialogProps, sessionCount } from './act';
import { suspendUser } from './api/user';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Keeps the user out, for good or until the start of a day. */
export function SuspendUser({ user, sessions, onDone, onClose }: DialogProps) {
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['reason', 'until']);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const until = day ? startOf(day) : undefined;
  const count = sessionCount(sessions);
  const name = displayName(user);

  const check = () => ({
    ...(reason.trim() ? {} : { reason: t('field.required') }),
    ...(until && until.getTime() <= Date.now() ? { until: t('user.suspend.past') } : {}),
  });
  const suspend = () =>
    submit.run(check(), async () => {
      const { ended } = await suspendUser(user.id, { reason: reason.trim(), until: until?.toISOString() });
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
      dirty={reason !== '' || day !== ''}
      onSubmit={() => void suspend()}
      onClose={onClose}
    >
      <p className={text.muted}>
        {count === undefined ? t('user.suspend.text') : t('user.suspend.counted', { count })}
      </p>
      <TextField
        name="reason"
        label={t('user.suspend.reason')}
        help={t('user.suspend.reason.help')}
        maxLength={500}
        value={reason}
        error={submit.errors.reason}
        onChange={setReason}
      />
      <TextField
        name="until"
        type="date"
        optional
        label={t('user.suspend.until')}
        help={t('user.suspend.until.help')}
        min={isoDay(new Date(Date.now() + DAY_MS))}
        value={day}
        error={submit.errors.until}
        onChange={setDay}
      />
    </SubmitDialog>
  );
}

/** Midnight where the operator is. */
const startOf = (day: string) => new Date(`${day}T00:00:00`);

function isoDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
