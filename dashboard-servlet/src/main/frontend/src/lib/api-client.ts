import {
  type AnyProblem,
  ApiError,
  FRESH_PROOF_REQUIRED,
  NOT_AN_OPERATOR,
  PROBLEMS,
  slugOf,
  toApiError,
} from '@/lib/api-error';
import { locale } from '@/lib/i18n';
import { refreshSession } from '@/lib/session';

const TIMEOUT_MS = 10_000;
const WORTH_ASKING_AGAIN = new Set(['network', 'storage-unavailable', 'unreadable']);

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks the operator who it is. Resolves to whether they proved it; then the request is repeated, once. */
export type Reauthenticate = (refusal: ApiError) => Promise<boolean>;

let signInAgain: Reauthenticate | undefined;
let proveAgain: Reauthenticate | undefined;

/** Called where the session is over. */
export function onSignedOut(handler: Reauthenticate | undefined): void {
  signInAgain = handler;
}

/** Called where the session is good, but too long ago begun for what is asked. */
export function onFreshProofRequired(handler: Reauthenticate | undefined): void {
  proveAgain = handler;
}

/** Reads `path`, relative to the API. A read that failed on the way is tried a second time. */
export function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return withSession(() =>
    send<T>('GET', path, undefined, signal).catch((error: unknown) => {
      if (error instanceof ApiError && WORTH_ASKING_AGAIN.has(error.slug) && !signal?.aborted) {
        return send<T>('GET', path, undefined, signal);
      }
      throw error;
    }),
  );
}

/**
 * Sends a change. It is never repeated by itself, save after signing in or proving it again, when it had been refused.
 * With `ifMatch` it is refused (412) unless that is still the thing's ETag.
 */
export function sendJson<T = void>(
  method: Exclude<Method, 'GET'>,
  path: string,
  body?: unknown,
  ifMatch?: string,
): Promise<T> {
  return withSession(() => send<T>(method, path, body, undefined, ifMatch));
}

/** A request that decides about the session itself; a 401 is its answer, not an interruption. */
export function sessionRequest<T = void>(method: Method, path: string, body?: unknown): Promise<T> {
  return send<T>(method, path, body);
}

export async function withSession<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (await asker(error)?.(error)) return request();
    if (error.slug === 'read-only') refreshSession(); // it was switched on since
    throw error;
  }
}

function asker({ status, slug }: ApiError): Reauthenticate | undefined {
  if (slug === FRESH_PROOF_REQUIRED) return proveAgain;
  return status === 401 || slug === NOT_AN_OPERATOR ? signInAgain : undefined;
}

async function send<T>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  ifMatch?: string,
): Promise<T> {
  const label = `${method} api/${path}`;
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(new URL(`api/${path}`, document.baseURI), {
      method,
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': locale,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      redirect: 'manual', // ours never does: it would be a login's, or a proxy's
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    if (response.type === 'opaqueredirect') {
      throw new ApiError('redirected', 0, {}, label);
    }
    const text = await response.text();
    if (!response.ok) {
      throw problemOf(response.status, text, label);
    }
    return text === '' ? (undefined as T) : parse<T>(response.status, text, label);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw toApiError(error, label);
  }
}

/** The JSON edge: what the server says is of the type that the caller expects. */
export function parse<T>(status: number, text: string, label: string): T {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('unreadable', status, {}, label);
  }
}

export function problemOf(status: number, text: string, label: string): ApiError {
  try {
    const value: unknown = JSON.parse(text);
    if (isOurs(value)) return new ApiError(slugOf(value.type), status, value, label);
  } catch {
    // A page of the host's or a proxy's own.
  }
  return new ApiError('unreadable', status, {}, label);
}

/** Hosts answer with problem documents of their own, too. */
function isOurs(value: unknown): value is AnyProblem {
  const type = (value as AnyProblem | null | undefined)?.type;
  return typeof type === 'string' && type.startsWith(PROBLEMS);
}
