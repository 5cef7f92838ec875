import { useEffect, useState } from 'preact/compat';
import { LinkButton } from '@/components/button';
import { FailedState } from '@/components/state-view';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Link } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import text from '@/styles/text.module.css';
import { lookAtLink } from './api/links';
import { LinkForm } from './link-form';
import { takeLinkToken } from './link-token';
import { SignIn } from './sign-in';
import css from './sign-in.module.css';
import { SignInFrame } from './sign-in-frame';

type ByLinkProps = {
  readonly app: string;
  /** Who is signed in here already. */
  readonly signedIn: string | undefined;
  /** Ask who is here. */
  readonly onEntered: () => void;
};

/** Who comes by a link accepts an invitation or chooses a new password, and signs in with it. */
export function ByLink({ app, signedIn, onEntered }: ByLinkProps) {
  const [token] = useState(takeLinkToken);
  const [link, setLink] = useState<Link>();
  const [error, setError] = useState<ApiError>();
  const [done, setDone] = useState(false);

  const look = () => lookAtLink({ token }).then(setLink, (cause: unknown) => setError(toApiError(cause, 'link')));
  useEffect(() => void look(), []);

  const enter = () => {
    navigate('', { replace: true });
    onEntered();
  };

  if (error?.slug === 'operator-link-unusable') return <Unusable app={app} />;
  if (error) {
    return (
      <main>
        <FailedState title={t('link.failed')} error={error} app={app} onRetry={() => void look()} page />
      </main>
    );
  }
  if (!link) return null;
  if (!done) return <LinkForm app={app} token={token} link={link} onDone={() => setDone(true)} onGone={setError} />;
  const words = link.invitation ? t('link.accepted') : t('link.reset');
  if (signedIn === undefined) return <SignIn app={app} email={link.email} note={words} onEntered={enter} />;
  return (
    <SignInFrame app={app} lead={t('link.lead')}>
      <div className={css.panel}>
        <div role="status">
          <h2 className={text.lead}>{words}</h2>
          <p className={cx(text.sm, text.muted)}>{t('link.other', { email: link.email, name: signedIn })}</p>
        </div>
        <div className={css.acts}>
          <LinkButton tone="primary" href="./">
            {t('link.open')}
          </LinkButton>
        </div>
      </div>
    </SignInFrame>
  );
}

function Unusable({ app }: { readonly app: string }) {
  return (
    <SignInFrame app={app} lead={t('link.lead')}>
      <div className={css.panel}>
        <div role="alert">
          <h2 className={text.lead}>{t('link.unusable.title')}</h2>
          <p className={cx(text.sm, text.muted)}>{t('link.unusable.text')}</p>
        </div>
        <div className={css.acts}>
          <LinkButton href="./">{t('link.open')}</LinkButton>
        </div>
      </div>
    </SignInFrame>
  );
}
