import { useEffect, useRef } from 'preact/compat';
import type { MailPage } from '@/lib/api-types';

const FIRST_MS = 1_500;
const LAST_MS = 60_000;

/** Asks again as long as a mail waits: soon at first, then ever less often. */
export function useWatchedMails(mails: MailPage | undefined, again: () => void): void {
  const wait = useRef(FIRST_MS);
  const states = mails?.items.map(({ id, state, attempts }) => `${id} ${state} ${attempts}`).join();
  const waits = mails?.items.some(({ state }) => state === 'waiting') ?? false;

  useEffect(() => {
    wait.current = FIRST_MS;
  }, [states]);

  // each answer is another object
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(again, wait.current);
    wait.current = Math.min(wait.current * 2, LAST_MS);
    return () => clearTimeout(timer);
  }, [mails]);
}
