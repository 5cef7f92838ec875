import { useState } from 'preact/compat';
import type { ApiError } from '@/lib/api-error';
import { NOT_AN_OPERATOR } from '@/lib/api-error';
import type { Capabilities } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { AccessDenied, EntranceFailed, HostSignIn, NoAuthenticator, NotAnOperator } from './access-denied';
import { SetUp } from './set-up';
import { takeSetUpToken } from './set-up-token';
import { SignIn } from './sign-in';

type GateProps = {
  /** Why there is no session. */
  readonly refusal: ApiError;
  readonly onEntered: (capabilities: Capabilities) => void;
  readonly onRetry: () => void;
};

/** Which card stands before the dashboard; the server says so in its refusal. */
export function Entrance({ refusal, onEntered, onRetry }: GateProps) {
  const [token] = useState(takeSetUpToken);
  const [done, setDone] = useState(false);
  const app = refusal.extra('app') ?? t('shell.by');

  if (refusal.slug === 'nobody') return <NoAuthenticator app={app} />;
  if (refusal.slug === NOT_AN_OPERATOR) return <NotAnOperator app={app} refusal={refusal} onRetry={onRetry} />;
  if (refusal.status === 403) return <AccessDenied app={app} error={refusal} />;
  if (refusal.status !== 401) return <EntranceFailed app={app} error={refusal} onRetry={onRetry} />;
  if (refusal.extra('authentication') === 'host') return <HostSignIn app={app} refusal={refusal} onRetry={onRetry} />;
  if (refusal.extra('authentication') === 'setup' && !done) {
    return <SetUp app={app} token={token} onEntered={onEntered} onAlreadyDone={() => setDone(true)} />;
  }
  return <SignIn app={app} note={done ? t('signIn.setup.done') : undefined} onEntered={onEntered} />;
}
