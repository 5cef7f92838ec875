import { useEffect, useRef, useState } from 'preact/compat';
import type { Reauthenticate } from '@/lib/api-client';
import type { ApiError } from '@/lib/api-error';

type Waiting = { readonly refusal: ApiError; readonly answer: (proved: boolean) => void };

/**
 * Waits for a request that is refused until the operator proves who it is. All that are refused meanwhile wait for the same
 * answer.
 */
export function useRefused(listen: (handler: Reauthenticate | undefined) => void): Waiting | undefined {
  const [waiting, setWaiting] = useState<Waiting>();
  const pending = useRef<Promise<boolean>>();

  useEffect(() => {
    listen((refusal) => {
      pending.current ??= new Promise<boolean>((resolve) => {
        const answer = (proved: boolean) => {
          pending.current = undefined;
          setWaiting(undefined);
          resolve(proved);
        };
        setWaiting({ refusal, answer });
      });
      return pending.current;
    });
    return () => listen(undefined);
  }, [listen]);

  return waiting;
}
