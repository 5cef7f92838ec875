import { useEffect, useRef, useState } from 'preact/compat';
import { Button, LinkButton } from '@/components/button';
import { SecretField, TextField } from '@/components/form/field';
import { Dialog } from '@/components/overlay/dialog';
import { onSignedOut } from '@/lib/api-client';
import { type ApiError, NOT_AN_OPERATOR, toApiError } from '@/lib/api-error';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import type { OperatorSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { notAnOperatorWords } from './access-denied';
import { getSession, signIn } from './api/session';
import { RefusalNote } from './refusal-note';

type SessionEndedProps = { readonly session: OperatorSession; readonly onLeave: () => void };
type Waiting = { readonly refusal: ApiError; readonly answer: (signedIn: boolean) => void };

/**
 * Waits for a request that is refused because the session is over, and asks to sign in again over the page. All
 * requests that are refused meanwhile wait for the same answer.
 */
export function SessionEnded({ session, onLeave }: SessionEndedProps) {
  const [waiting, setWaiting] = useState<Waiting>();
  const pending = useRef<Promise<boolean>>();

  useEffect(() => {
    onSignedOut((refusal) => {
      pending.current ??= new Promise<boolean>((resolve) => setWaiting({ refusal, answer: resolve }));
      return pending.current;
    });
    return () => onSignedOut(undefined);
  }, []);

  if (!waiting) return null;

  const answer = (signedIn: boolean) => {
    pending.current = undefined;
    setWaiting(undefined);
    waiting.answer(signedIn);
    if (!signedIn) onLeave();
  };

  const email = session.operator.email;
  if (waiting.refusal.extra('authentication') === 'host') {
    return <HostEnded app={session.app.name} refusal={waiting.refusal} onAnswer={answer} />;
  }
  return <SignInAgain app={session.app.name} known={email ?? ''} onAnswer={answer} />;
}

type AgainProps = { readonly app: string; readonly onAnswer: (signedIn: boolean) => void };

function SignInAgain({ app, known, onAnswer }: AgainProps & { readonly known: string }) {
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
      onAnswer(true);
    } catch (error) {
      setRefusal(toApiError(error, 'session'));
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
  const [notYet, setNotYet] = useState(false);
  const other = refusal.slug === NOT_AN_OPERATOR;
  const signInUrl = refusal.extra('signInUrl');

  const back = async () => {
    setNotYet(false);
    try {
      await getSession();
      onAnswer(true);
    } catch {
      setNotYet(true);
    }
  };

  return (
    <Dialog
      title={other ? t('signIn.refused.title') : t('ended.host.title', { app })}
      small
      alert
      foot={
        <>
          {signInUrl && (
            <LinkButton href={signInUrl} newTab icon="ext">
              {t('ended.host.link')}
            </LinkButton>
          )}
          <Button tone="primary" onClick={() => void back()}>
            {t('ended.host.again')}
          </Button>
        </>
      }
    >
      {other && <p className={text.muted}>{notAnOperatorWords(app, refusal)}</p>}
      <p className={text.muted}>{t('ended.host.text')}</p>
      {notYet && (
        <p className={cx(text.sm, text.strong)} role="alert">
          {t('ended.host.notYet')}
        </p>
      )}
    </Dialog>
  );
}
