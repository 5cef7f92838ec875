import { useEffect, useState } from 'preact/compat';
import { Note } from '@/components/note';
import type { ApiError } from '@/lib/api-error';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

type RefusalNoteProps = { readonly error: ApiError; readonly app: string };

/** Why nobody was let in. The same words for every way of being wrong: they tell nothing about which accounts exist. */
export function RefusalNote({ error, app }: RefusalNoteProps) {
  if (error.status === 429) return <Countdown key={error.at.getTime()} error={error} />;
  const wrong = error.status === 401 || error.status === 422;
  return (
    <Note tone="danger" alert>
      {wrong ? t('signIn.wrong') : errorMessage(error, app)}
    </Note>
  );
}

/** How long to wait: seen each second, read out at first, each 10 seconds and at the end. */
function Countdown({ error }: { readonly error: ApiError }) {
  const total = Math.max(1, Math.ceil(Number(error.problem.retryAfter) || 1));
  const left = useSecondsUntil(error.at.getTime() + total * 1000);
  const words = (count: number) => (count > 0 ? t('signIn.throttled', { count }) : t('signIn.throttled.over'));

  return (
    <Note tone={left > 0 ? 'danger' : 'info'}>
      <span aria-hidden="true">{words(left)}</span>
      <span className={text.vh} role="alert">
        {words(Math.min(total, Math.ceil(left / 10) * 10))}
      </span>
    </Note>
  );
}

/** Counts down to zero by the clock, so that a page that slept is not behind. */
function useSecondsUntil(time: number): number {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((time - now) / 1000));
  const over = left === 0;

  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [over]);

  return left;
}
