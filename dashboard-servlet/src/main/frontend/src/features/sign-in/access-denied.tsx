import { Button, LinkButton } from '@/components/button';
import { Code } from '@/components/code';
import { FailedState } from '@/components/state-view';
import type { ApiError } from '@/lib/api-error';
import { cx } from '@/lib/cx';
import { errorDetails } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import css from './sign-in.module.css';
import { SignInFrame } from './sign-in-frame';

type ClosedProps = { readonly app: string };

/** No authenticator is set, so nobody may enter: what the developer has to call. */
export function NoAuthenticator({ app }: ClosedProps) {
  return (
    <SignInFrame app={app} lead={t('shell.by')} large>
      <div className={css.panel}>
        <div>
          <h2 className={text.lead}>{t('signIn.nobody.title')}</h2>
          <p className={text.muted}>{t('signIn.nobody.text')}</p>
        </div>
        <Code>
          {'DashboardServlet.builder(userdeck)\n\n'}
          <span className={text.faint}>{t('signIn.nobody.builtIn')}</span>
          {'\n  .builtInOperators()\n\n'}
          <span className={text.faint}>{t('signIn.nobody.role')}</span>
          {'\n  .operators(OperatorAuthenticator\n      .containerRole("support", Preset.SUPPORT))\n\n'}
          <span className={text.faint}>{t('signIn.nobody.rule')}</span>
          {'\n  .operators(request -> …)'}
        </Code>
        <p className={cx(text.sm, text.faint)}>{t('signIn.nobody.log')}</p>
      </div>
    </SignInFrame>
  );
}

type HostGateProps = ClosedProps & { readonly signInUrl?: string; readonly onRetry: () => void };

/** The host app decides who enters, and does not know this visitor yet. */
export function HostSignIn({ app, signInUrl, onRetry }: HostGateProps) {
  return (
    <SignInFrame app={app} lead={t('shell.by')}>
      <div className={css.panel}>
        <div>
          <h2 className={text.lead}>{t('signIn.host.title', { app })}</h2>
          <p className={cx(text.sm, text.muted)}>{t('signIn.host.text', { app })}</p>
        </div>
        <div className={css.acts}>
          {signInUrl && (
            <LinkButton tone="primary" href={signInUrl}>
              {t('signIn.host.link')}
            </LinkButton>
          )}
          <Button tone={signInUrl ? 'normal' : 'primary'} onClick={onRetry}>
            {t('signIn.host.again')}
          </Button>
        </div>
      </div>
    </SignInFrame>
  );
}

/** Known, but not let in. */
export function AccessDenied({ app, error }: ClosedProps & { readonly error: ApiError }) {
  return (
    <SignInFrame app={app} lead={t('shell.by')}>
      <div className={css.panel}>
        <div>
          <h2 className={text.lead}>{t('signIn.refused.title')}</h2>
          <p className={cx(text.sm, text.muted)}>{error.problem.detail ?? t('signIn.refused.text', { app })}</p>
        </div>
        <Code>{errorDetails(error)}</Code>
      </div>
    </SignInFrame>
  );
}

export function EntranceFailed({
  app,
  error,
  onRetry,
}: ClosedProps & { readonly error: ApiError; readonly onRetry: () => void }) {
  return (
    <main>
      <FailedState title={t('signIn.failed.title')} error={error} app={app} onRetry={onRetry} page />
    </main>
  );
}
