import type { ComponentChildren } from 'preact';
import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Code } from '@/components/code';
import { iconPath } from '@/components/icon';
import css from '@/components/state.module.css';
import type { ApiError } from '@/lib/api-error';
import { errorDetails, errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

type StateViewProps = {
  readonly title: string;
  readonly children?: ComponentChildren;
  /** What is on the card: an icon of a recipe, a failure, a new user, or nobody. */
  readonly art: string;
  readonly alert?: boolean;
  /** There is no other heading on the page. */
  readonly page?: boolean;
};

/** What a whole page shows when it has no rows: the deck of cards, one sentence, and the way out. */
export function StateView({ title, children, art, alert, page }: StateViewProps) {
  return (
    <div className={css.state} role={alert ? 'alert' : undefined}>
      <svg className={css.art} viewBox="0 0 96 72" aria-hidden="true">
        <rect className={css.back} x="22" y="4" width="52" height="40" rx="5" />
        <rect className={css.back} x="16" y="12" width="64" height="42" rx="5" />
        <rect className={css.front} x="10" y="21" width="76" height="46" rx="6" />
        <Art kind={art} />
      </svg>
      {page ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children}
    </div>
  );
}

function Art({ kind }: { readonly kind: string }) {
  if (kind === 'failed') return <path className={css.cross} d="m40 36 16 16M56 36 40 52" />;
  if (kind !== 'new' && kind !== 'gone') {
    return <path className={css.glyph} d={iconPath(kind)} transform="translate(32 28) scale(2)" />;
  }
  return (
    <>
      <rect className={kind === 'new' ? css.accent : css.soft} x="20" y="33" width="20" height="20" rx="4" />
      {kind === 'new' && <path className={css.onAccent} d="M30 38v10M25 43h10" />}
      <rect className={css.soft} x="48" y="36" width="28" height="4" rx="2" />
      <rect className={css.soft} x="48" y="46" width="18" height="4" rx="2" />
    </>
  );
}

type FailedProps = {
  readonly title: string;
  readonly error: ApiError;
  readonly app: string;
  readonly onRetry: () => void;
  readonly page?: boolean;
};

export function FailedState({ title, error, app, onRetry, page }: FailedProps) {
  // each answer is an error of its own
  const [tried, setTried] = useState<ApiError>();

  return (
    <StateView title={title} art="failed" alert page={page}>
      <p>{errorMessage(error, app)}</p>
      <Button
        tone="primary"
        icon="refresh"
        busy={tried === error && t('common.working')}
        onClick={() => {
          setTried(error);
          onRetry();
        }}
      >
        {t('common.tryAgain')}
      </Button>
      <details className={css.details}>
        <summary>{t('common.details')}</summary>
        <Code>{errorDetails(error)}</Code>
      </details>
    </StateView>
  );
}

/** A line of the skeleton. */
export function Bone({ width }: { readonly width: 1 | 2 | 3 | 4 | 'box' | 'card' }) {
  return <span className={css.bone} data-width={width} />;
}

/** Says that something loads, and shows its skeleton once it takes longer than a blink. */
export function Loading({ label, children }: { readonly label: string; readonly children?: ComponentChildren }) {
  return (
    <div aria-busy="true">
      <p className={text.vh} role="status">
        {label}
      </p>
      <div className={css.late} inert>
        {children}
      </div>
    </div>
  );
}
