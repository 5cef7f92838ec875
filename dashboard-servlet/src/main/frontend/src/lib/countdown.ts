import { useEffect, useState } from 'preact/compat';
import { t } from '@/lib/i18n';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds until `at`, as they run down; 0 when it is over, or there is no such time. */
export function useTimeLeft(at: string | null | undefined): number {
  const end = at ? new Date(at).getTime() : Number.NaN;
  const [now, setNow] = useState(() => Date.now());
  const left = Number.isNaN(end) ? 0 : Math.max(0, end - now);
  const running = left > 0;

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, [running]);

  return left;
}

/** "2 min", "40 s": rounded up, so that nothing is promised too early. */
export function formatLeft(milliseconds: number): string {
  if (milliseconds <= MINUTE) return t('time.seconds', { count: Math.ceil(milliseconds / SECOND) });
  if (milliseconds <= HOUR) return t('time.minutes', { count: Math.ceil(milliseconds / MINUTE) });
  return t('time.hours', { count: Math.ceil(milliseconds / HOUR) });
}
