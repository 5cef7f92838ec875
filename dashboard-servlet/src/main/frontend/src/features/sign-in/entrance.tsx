import { Suspense, useState } from 'preact/compat';
import type { ApiError } from '@/lib/api-error';
import { NOT_AN_OPERATOR } from '@/lib/api-error';
import { t } from '@/lib/i18n';
import { onDemand } from '@/lib/on-demand';
import { AccessDenied, EntranceFailed, HostSignIn, NoAuthenticator, NotAnOperator } from './access-denied';
import { SetUp } from './set-up';
import { takeSetUpToken } from './set-up-token';
import { SignIn } from './sign-in';

type GateProps = {
  /** Why there is no session. */
  readonly refusal: ApiError;
  /** Ask who is here. */
  readonly onEntered: () => void;
  readonly onRetry: () => void;
  readonly onSignOut: () => void;
};

/** What there is to do after the password. */
const STEPS = new Map([
  ['give-code', onDemand(() => import('./second-factor').then((part) => part.GiveCode))],
  ['add-factor', onDemand(() => import('./second-factor').then((part) => part.AddFactor))],
]);

/** Which card stands before the dashboard; the server says so in its refusal. */
export function Entrance({ refusal, onEntered, onRetry, onSignOut }: GateProps) {
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
  const Step = STEPS.get(refusal.extra('authentication') ?? '');
  if (Step) {
    return (
      <Suspense fallback={null}>
        <Step app={app} onDone={onEntered} onSignOut={onSignOut} />
      </Suspense>
    );
  }
  return <SignIn app={app} note={done ? t('signIn.setup.done') : undefined} onEntered={onEntered} />;
}
