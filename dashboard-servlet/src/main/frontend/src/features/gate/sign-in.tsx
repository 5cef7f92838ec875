import { useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { focusFirstInvalid, SecretField, TextField } from '@/components/field';
import { Note } from '@/components/note';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Capabilities } from '@/lib/contract';
import { t } from '@/lib/i18n';
import { signIn } from './api/session';
import css from './gate.module.css';
import { GateFrame } from './gate-frame';
import { RefusalNote } from './refusal-note';

type SignInProps = {
  readonly app: string;
  readonly note?: string;
  readonly onEntered: (capabilities: Capabilities) => void;
};

export function SignIn({ app, note, onEntered }: SignInProps) {
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
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
      onEntered(await signIn({ email: email.trim(), password }));
    } catch (error) {
      setRefusal(toApiError(error, 'session'));
      setBusy(false);
    }
  };

  return (
    <GateFrame app={app} lead={t('gate.signIn.lead')}>
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
          label={t('gate.email')}
          name="email"
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={setEmail}
          error={tried && !email.trim() ? t('field.required') : undefined}
        />
        <SecretField
          label={t('gate.password')}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={tried && !password ? t('field.required') : undefined}
        />
        <Button type="submit" tone="primary" wide busy={busy && t('gate.signingIn')}>
          {t('gate.signIn')}
        </Button>
      </form>
    </GateFrame>
  );
}
