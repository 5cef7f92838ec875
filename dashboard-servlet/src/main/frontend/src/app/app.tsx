import { useEffect, useState } from 'preact/compat';
import { Notices } from '@/components/overlay/toasts';
import { getSession, signOut } from '@/features/sign-in/api/session';
import { ByLink } from '@/features/sign-in/by-link';
import { Entrance } from '@/features/sign-in/entrance';
import { FreshProof } from '@/features/sign-in/fresh-proof';
import { isLinkPage } from '@/features/sign-in/link-token';
import { SessionEnded } from '@/features/sign-in/session-ended';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Capabilities } from '@/lib/api-types';
import { guardFocus } from '@/lib/focus-guard';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { adoptPreferences } from '@/lib/own-preferences';
import { clearQueries } from '@/lib/query';
import { forgetRecents } from '@/lib/recent';
import { useLinks, useLocation } from '@/lib/router';
import { type OperatorSession, onSessionRefresh, SessionContext, toSession } from '@/lib/session';
import { dropUploads } from '@/lib/uploads';
import text from '@/styles/text.module.css';
import { Routes } from './routes';
import { Shell } from './shell';

type SessionOrRefusal = { readonly session?: OperatorSession; readonly refusal?: ApiError };

const hasAccounts = (refusal: ApiError | undefined) =>
  refusal?.status === 401 && refusal.extra('authentication') !== 'host';

/** The first answer is asked for before this draws anything. */
export function App({ first }: { readonly first: Promise<Capabilities> }) {
  const [entrance, setEntrance] = useState<SessionOrRefusal>({});
  const location = useLocation();
  useLinks();

  const show = (capabilities: Capabilities) => setEntrance({ session: toSession(capabilities) });
  const enter = (capabilities: Capabilities) => {
    // In the language of who came in, by a load that draws nothing in another one before.
    if (!adoptPreferences(capabilities.operator)) show(capabilities);
  };
  const ask = (answer: Promise<Capabilities>) =>
    void answer.then(enter, (error: unknown) => setEntrance({ refusal: toApiError(error, 'session') }));

  useEffect(guardFocus, []);
  useEffect(() => ask(first), [first]);

  useEffect(() => {
    // What fails here is asked for by the next page anyway.
    onSessionRefresh(() => void getSession().then(show, () => undefined));
    return () => onSessionRefresh(undefined);
  }, []);

  const reopen = () => {
    clearQueries();
    forgetRecents();
    ask(getSession());
  };
  const depart = () => {
    dropUploads();
    reopen();
  };
  const leave = () =>
    void signOut().then(depart, (error: unknown) => {
      if (toApiError(error, 'session').status === 401) depart();
      else toast(t('shell.signOutFailed'), { tone: 'danger' });
    });

  const { session, refusal } = entrance;
  // Where the host lets in, nobody comes by a link of ours.
  const link = isLinkPage(location.path) && (session?.operator.canSignOut ?? hasAccounts(refusal));
  return (
    <>
      <Notices />
      {!session && !refusal && (
        <p className={text.vh} role="status">
          {t('shell.loading')}
        </p>
      )}
      {link && (session || refusal) && (
        <ByLink
          app={session?.app.name ?? refusal?.extra('app') ?? t('shell.by')}
          signedIn={session?.operator.name}
          onEntered={reopen}
        />
      )}
      {refusal && !link && <Entrance refusal={refusal} onRetry={reopen} onEntered={reopen} onSignOut={leave} />}
      {session && !link && (
        <SessionContext.Provider value={session}>
          <Shell session={session} location={location} onSignOut={leave}>
            <Routes location={location} />
          </Shell>
          <FreshProof session={session} />
          <SessionEnded session={session} onLeave={leave} />
        </SessionContext.Provider>
      )}
    </>
  );
}
