import { parse, problemOf, withSession } from '@/lib/api-client';
import { ApiError } from '@/lib/api-error';

export type Sending = {
  /** How much of it is on its way, from 0 to 1. */
  readonly onSent: (share: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Sends a file as it is and waits as long as it takes. After signing in again it is sent again, so what it starts has to be
 * something that can be repeated.
 */
export function sendFile<T>(
  method: 'POST' | 'PUT',
  path: string,
  file: Blob,
  type: string,
  sending: Sending,
): Promise<T> {
  return withSession(() => send<T>(method, path, file, type, sending));
}

/** By XMLHttpRequest, as fetch doesn't tell how much is sent. */
function send<T>(method: string, path: string, file: Blob, type: string, { onSent, signal }: Sending): Promise<T> {
  const label = `${method} api/${path}`;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, new URL(`api/${path}`, document.baseURI));
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Content-Type', type);
    request.upload.onprogress = (event) => onSent(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => {
      const { status, responseText } = request;
      if (status < 200 || status > 299) return reject(problemOf(status, responseText, label));
      try {
        resolve(parse<T>(status, responseText, label));
      } catch (error) {
        reject(error);
      }
    };
    request.onerror = () => reject(new ApiError('network', 0, {}, label));
    request.onabort = () => reject(new ApiError('stopped', 0, {}, label));
    signal.addEventListener('abort', () => request.abort());
    if (signal.aborted) reject(new ApiError('stopped', 0, {}, label));
    else request.send(file);
  });
}
