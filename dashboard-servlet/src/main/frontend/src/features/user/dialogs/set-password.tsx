import { useRef, useState } from 'preact/compat';
import { SecretField } from '@/components/form/field';
import field from '@/components/form/field.module.css';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import { displayName } from '@/components/table/user-cell';
import { generatePassword } from '@/lib/generate-password';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import { type FieldErrors, useSubmit } from '@/lib/use-submit';
import { setPassword } from '../api/user';
import { checkPassword } from './new-password';
import { type DialogProps, sessionCount } from './open-dialog';

/** A new password typed twice, or made up. */
export function SetPassword({ user, sessions, onDone, onClose }: DialogProps) {
  const { passwordRules: rules } = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['password', 'again']);
  const [password, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [endSessions, setEndSessions] = useState(true);
  const count = sessionCount(sessions);
  const name = displayName(user);

  const mismatch = password === again ? undefined : t('password.mismatch');
  const check = (): FieldErrors => {
    const bad = checkPassword(password, rules);
    if (bad) return { password: bad };
    return mismatch ? { again: mismatch } : {};
  };
  const set = () =>
    submit.run(check(), async () => {
      const { ended } = await setPassword(user.id, password, endSessions);
      toast(ended > 0 ? t('user.password.ended', { name, count: ended }) : t('user.password.done', { name }));
      onDone();
    });
  const generate = () => {
    const made = generatePassword(rules?.min);
    setAgain(made);
    submit.mark('again', undefined);
    return made;
  };

  return (
    <SubmitDialog
      title={t('user.password.title', { name })}
      form={form}
      submit={submit}
      button={t('user.password.set')}
      dirty={password !== '' || again !== ''}
      onSubmit={() => void set()}
      onClose={onClose}
    >
      <SecretField
        name="new-password"
        autoComplete="new-password"
        label={t('user.password.new')}
        help={rules ? t('password.min', { count: rules.min }) : undefined}
        value={password}
        error={submit.errors.password}
        generate={generate}
        onChange={setFirst}
      />
      <SecretField
        name="again"
        autoComplete="new-password"
        label={t('user.password.again')}
        value={again}
        error={submit.errors.again}
        onChange={setAgain}
        onLeave={() => submit.mark('again', again ? mismatch : undefined)}
      />
      <label className={field.option}>
        <input
          type="checkbox"
          className={field.check}
          checked={endSessions}
          onChange={(event) => setEndSessions(event.currentTarget.checked)}
        />
        {count === undefined ? t('user.sessions.endAll.do') : t('user.password.endSessions', { count })}
      </label>
    </SubmitDialog>
  );
}
