import { useRef, useState } from 'preact/compat';
import { SecretField } from '@/components/form/field';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import { type FieldErrors, useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { changePassword } from './api/profile';

type ChangePasswordProps = { readonly onDone: () => void; readonly onClose: () => void };

/** Takes the password from before, and ends the other sessions. */
export function ChangePassword({ onDone, onClose }: ChangePasswordProps) {
  const { passwordRules } = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['current', 'password', 'again']);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');

  const mismatch = password === again ? undefined : t('password.mismatch');
  const check = (): FieldErrors => ({
    ...(current ? {} : { current: t('field.required') }),
    ...(password ? {} : { password: t('field.required') }),
    ...(mismatch ? { again: mismatch } : {}),
  });
  const change = () =>
    submit.run(check(), async () => {
      const { ended } = await changePassword(current, password);
      toast(ended > 0 ? t('profile.password.ended', { count: ended }) : t('profile.password.done'));
      onDone();
    });

  return (
    <SubmitDialog
      title={t('profile.password')}
      form={form}
      submit={submit}
      button={t('profile.password.do')}
      dirty={current !== '' || password !== '' || again !== ''}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <p className={text.muted}>{t('profile.password.text')}</p>
      <SecretField
        name="current"
        autoComplete="current-password"
        label={t('profile.password.current')}
        value={current}
        error={submit.errors.current}
        onChange={setCurrent}
      />
      <SecretField
        name="password"
        autoComplete="new-password"
        label={t('user.password.new')}
        help={t('password.min', { count: passwordRules.min })}
        value={password}
        error={submit.errors.password}
        onChange={setPassword}
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
    </SubmitDialog>
  );
}
