import { useState } from 'preact/compat';
import type { ApiError } from '@/lib/api-error';
import type { Capabilities } from '@/lib/contract';
import { t } from '@/lib/i18n';
import { GateFailed, HostGate, Nobody, Refused } from './closed';
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
export function Gate({ refusal, onEntered, onRetry }: GateProps) {
  const [token] = useState(takeSetUpToken);
  const [done, setDone] = useState(false);
  const app = refusal.extra('app') ?? t('shell.by');

  if (refusal.slug === 'nobody') return <Nobody app={app} />;
  if (refusal.status === 403) return <Refused app={app} error={refusal} />;
  if (refusal.status !== 401) return <GateFailed app={app} error={refusal} onRetry={onRetry} />;
  if (refusal.extra('gate') === 'host') {
    return <HostGate app={app} signInUrl={refusal.extra('signInUrl')} onRetry={onRetry} />;
  }
  if (refusal.extra('gate') === 'setup' && !done) {
    return <SetUp app={app} token={token} onEntered={onEntered} onAlreadyDone={() => setDone(true)} />;
  }
  return <SignIn app={app} note={done ? t('gate.setup.done') : undefined} onEntered={onEntered} />;
}
