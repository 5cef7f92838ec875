import { Button, LinkButton } from '@/components/button';
import { Code } from '@/components/code';
import { errorDetails } from '@/components/error-words';
import { FailedState } from '@/components/state-view';
import type { ApiError } from '@/lib/api-error';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import css from './gate.module.css';
import { GateFrame } from './gate-frame';

type ClosedProps = { readonly app: string };

/** No authenticator is set, so nobody may enter: what the developer has to call. */
export function Nobody({ app }: ClosedProps) {
  return (
    <GateFrame app={app} lead={t('shell.by')} large>
      <div className={css.panel}>
        <div>
          <h2 className={text.lead}>{t('gate.nobody.title')}</h2>
          <p className={text.muted}>{t('gate.nobody.text')}</p>
        </div>
        <Code>
          {'DashboardServlet.builder(userdeck)\n\n'}
          <span className={text.faint}>{t('gate.nobody.builtIn')}</span>
          {'\n  .builtInOperators()\n\n'}
          <span className={text.faint}>{t('gate.nobody.role')}</span>
          {'\n  .operators(OperatorAuthenticator\n      .containerRole("support", Preset.SUPPORT))\n\n'}
          <span className={text.faint}>{t('gate.nobody.rule')}</span>
          {'\n  .operators(request -> …)'}
        </Code>
        <p className={cx(text.sm, text.faint)}>{t('gate.nobody.log')}</p>
      </div>
    </GateFrame>
  );
}

type HostGateProps = ClosedProps & { readonly signInUrl?: string; readonly onRetry: () => void };

/** The host app decides who enters, and does not know this visitor yet. */
export function HostGate({ app, signInUrl, onRetry }: HostGateProps) {
  return (
    <GateFrame app={app} lead={t('shell.by')}>
      <div className={css.panel}>
        <div>
          <h2 className={text.lead}>{t('gate.host.title', { app })}</h2>
          <p className={cx(text.sm, text.muted)}>{t('gate.host.text', { app })}</p>
        </div>
        <div className={css.acts}>
          {signInUrl && (
            <LinkButton tone="primary" href={signInUrl}>
              {t('gate.host.link')}
            </LinkButton>
          )}
          <Button tone={signInUrl ? 'normal' : 'primary'} onClick={onRetry}>
            {t('gate.host.again')}
          </Button>
        </div>
      </div>
    </GateFrame>
  );
}

/** Known, but not let in. */
export function Refused({ app, error }: ClosedProps & { readonly error: ApiError }) {
  return (
    <GateFrame app={app} lead={t('shell.by')}>
      <div className={css.panel}>
        <div>
          <h2 className={text.lead}>{t('gate.refused.title')}</h2>
          <p className={cx(text.sm, text.muted)}>{error.problem.detail ?? t('gate.refused.text', { app })}</p>
        </div>
        <Code>{errorDetails(error)}</Code>
      </div>
    </GateFrame>
  );
}

export function GateFailed({
  app,
  error,
  onRetry,
}: ClosedProps & { readonly error: ApiError; readonly onRetry: () => void }) {
  return (
    <main>
      <FailedState title={t('gate.failed.title')} error={error} app={app} onRetry={onRetry} page />
    </main>
  );
}
