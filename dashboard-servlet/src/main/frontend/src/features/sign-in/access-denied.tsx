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

type HostGateProps = ClosedProps & { readonly refusal: ApiError; readonly onRetry: () => void };

/** The host app decides who enters, and does not know this visitor yet. */
export function HostSignIn({ app, refusal, onRetry }: HostGateProps) {
  const url = refusal.extra('signInUrl');
  return (
    <SignInFrame app={app} lead={t('shell.by')}>
      <div className={css.panel}>
        <div>
          <h2 className={text.lead}>{t('signIn.host.title', { app })}</h2>
          <p className={cx(text.sm, text.muted)}>{t('signIn.host.text', { app })}</p>
        </div>
        <HostActs url={url} words={t('signIn.host.link')} again={t('signIn.host.again')} onRetry={onRetry} />
      </div>
    </SignInFrame>
  );
}

/** The host app knows this visitor, who is no operator. */
export function NotAnOperator({ app, refusal, onRetry }: HostGateProps) {
  return (
    <SignInFrame app={app} lead={t('shell.by')}>
      <div className={css.panel}>
        <div>
          <h2 className={text.lead}>{t('signIn.refused.title')}</h2>
          <p className={cx(text.sm, text.muted, text.anywhere)}>{notAnOperatorWords(app, refusal)}</p>
        </div>
        <HostActs
          url={refusal.extra('signInUrl')}
          words={t('signIn.refused.other')}
          again={t('common.tryAgain')}
          onRetry={onRetry}
        />
      </div>
    </SignInFrame>
  );
}

export function notAnOperatorWords(app: string, refusal: ApiError): string {
  const name = refusal.extra('name');
  return name ? t('signIn.refused.named', { app, name }) : t('signIn.refused.text', { app });
}

type HostActsProps = {
  readonly url: string | undefined;
  readonly words: string;
  readonly again: string;
  readonly onRetry: () => void;
};

function HostActs({ url, words, again, onRetry }: HostActsProps) {
  return (
    <div className={css.acts}>
      {url && (
        <LinkButton tone="primary" href={url}>
          {words}
        </LinkButton>
      )}
      <Button tone={url ? 'normal' : 'primary'} onClick={onRetry}>
        {again}
      </Button>
    </div>
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
