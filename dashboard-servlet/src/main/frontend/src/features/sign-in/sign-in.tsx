import { useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { focusFirstInvalid, SecretField, TextField } from '@/components/form/field';
import { Note } from '@/components/note';
import { type ApiError, toApiError } from '@/lib/api-error';
import { t } from '@/lib/i18n';
import { signIn } from './api/session';
import { RefusalNote } from './refusal-note';
import css from './sign-in.module.css';
import { SignInFrame } from './sign-in-frame';

type SignInProps = {
  readonly app: string;
  readonly note?: string;
  /** Of who has just chosen a password. */
  readonly email?: string;
  /** Ask who is here. */
  readonly onEntered: () => void;
};

export function SignIn({ app, note, email: known = '', onEntered }: SignInProps) {
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError>();

  const submit = async () => {
    setTried(true);
    setRefusal(undefined);
    if (!email.trim() || !password) return focusFirstInvalid(form.current);
    setBusy(true);
    try {
      await signIn({ email: email.trim(), password });
      onEntered();
    } catch (error) {
      setRefusal(toApiError(error, 'session'));
      setBusy(false);
    }
  };

  return (
    <SignInFrame app={app} lead={t('signIn.lead')}>
      <form
        ref={form}
        className={css.panel}
        noValidate
        onSubmit={(event: Event) => {
          event.preventDefault();
          if (!busy) void submit();
        }}
      >
        {note && <Note>{note}</Note>}
        {refusal && <RefusalNote error={refusal} app={app} />}
        <TextField
          label={t('signIn.email')}
          name="email"
          type="email"
          autoComplete="username"
          autoFocus={known === ''}
          value={email}
          onChange={setEmail}
          error={tried && !email.trim() ? t('field.required') : undefined}
        />
        <SecretField
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          autoFocus={known !== ''}
          value={password}
          onChange={setPassword}
          error={tried && !password ? t('field.required') : undefined}
        />
        <Button type="submit" tone="primary" wide busy={busy && t('signIn.busy')}>
          {t('signIn.submit')}
        </Button>
      </form>
    </SignInFrame>
  );
}
