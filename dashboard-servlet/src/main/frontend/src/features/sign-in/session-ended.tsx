import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { SecretField, TextField } from '@/components/form/field';
import { Dialog } from '@/components/overlay/dialog';
import { onSignedOut } from '@/lib/api-client';
import { type ApiError, NOT_AN_OPERATOR, toApiError } from '@/lib/api-error';
import { t } from '@/lib/i18n';
import type { OperatorSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { notAnOperatorWords } from './access-denied';
import { getSession, signIn } from './api/session';
import { CodeAgain } from './code-again';
import { HostAgain } from './host-again';
import { RefusalNote } from './refusal-note';
import { useRefused } from './use-refused';

type SessionEndedProps = { readonly session: OperatorSession; readonly onLeave: () => void };

/** Asks over the page to sign in again, for a request that was refused because the session is over. */
export function SessionEnded({ session, onLeave }: SessionEndedProps) {
  const refused = useRefused(onSignedOut);
  if (!refused) return null;

  const answer = (signedIn: boolean) => {
    refused.answer(signedIn);
    if (!signedIn) onLeave();
  };

  if (refused.refusal.extra('authentication') === 'host') {
    return <HostEnded app={session.app.name} refusal={refused.refusal} onAnswer={answer} />;
  }
  return (
    <Again
      app={session.app.name}
      known={session.operator.email ?? ''}
      lacksCode={lacksCode(refused.refusal)}
      onAnswer={answer}
    />
  );
}

/** Whether the password was given, and a code is needed beside it. */
const lacksCode = (refusal: ApiError) => refusal.extra('authentication') === 'give-code';

type AgainProps = { readonly app: string; readonly onAnswer: (signedIn: boolean) => void };

function Again(props: AgainProps & { readonly known: string; readonly lacksCode: boolean }) {
  const [code, setCode] = useState(props.lacksCode);
  return code ? (
    <CodeAgain {...props} onOver={() => setCode(false)} />
  ) : (
    <SignInAgain {...props} onCode={() => setCode(true)} />
  );
}

type SignInAgainProps = AgainProps & { readonly known: string; readonly onCode: () => void };

function SignInAgain({ app, known, onAnswer, onCode }: SignInAgainProps) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError>();

  const submit = async () => {
    setTried(true);
    if (!email.trim() || !password) return;
    setBusy(true);
    try {
      await signIn({ email: email.trim(), password });
      await getSession();
      onAnswer(true);
    } catch (cause) {
      const error = toApiError(cause, 'session');
      if (lacksCode(error)) return onCode();
      // All need a second factor now, and adding one takes the whole page.
      if (error.extra('authentication') === 'add-factor') return location.reload();
      setRefusal(error);
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={t('ended.title')}
      small
      alert
      busy={busy}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button tone="ghost" onClick={() => onAnswer(false)}>
            {t('shell.signOut')}
          </Button>
          <Button type="submit" tone="primary" busy={busy && t('signIn.busy')}>
            {t('ended.submit')}
          </Button>
        </>
      }
    >
      <p className={text.muted}>{t('ended.text')}</p>
      {refusal && <RefusalNote error={refusal} app={app} />}
      <TextField
        label={t('signIn.email')}
        name="email"
        type="email"
        autoComplete="username"
        readOnly={known !== ''}
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
    </Dialog>
  );
}

function HostEnded({ app, refusal, onAnswer }: AgainProps & { readonly refusal: ApiError }) {
  const other = refusal.slug === NOT_AN_OPERATOR;
  return (
    <HostAgain
      title={other ? t('signIn.refused.title') : t('ended.host.title', { app })}
      notYet={t('ended.host.notYet')}
      page={refusal.extra('signInUrl')}
      look={getSession}
      onBack={() => onAnswer(true)}
    >
      {other && <p className={text.muted}>{notAnOperatorWords(app, refusal)}</p>}
      <p className={text.muted}>{t('ended.host.text')}</p>
    </HostAgain>
  );
}
