import { useEffect, useRef, useSyncExternalStore } from 'preact/compat';
import { type ApiError, toApiError } from '@/lib/api-error';

/** Something the server knows: where it is kept in the cache, and how it is fetched. */
export type Query<T> = { readonly key: string; readonly load: (signal: AbortSignal) => Promise<T> };

export type QueryState<T> = {
  readonly data: T | undefined;
  readonly error: ApiError | undefined;
  readonly fetching: boolean;
};

/** Asks for nothing: for a view that has nothing to ask for now. */
export const disabledQuery: Query<undefined> = { key: '', load: () => Promise.resolve(undefined) };

type Entry = {
  state: QueryState<unknown>;
  running: AbortController | undefined;
  stale: boolean;
  at: number;
};

const KEPT = 30;
/** Kept data older than this is refreshed when a view opens with it. */
const FRESH_MS = 5_000;
const idle: QueryState<never> = { data: undefined, error: undefined, fetching: false };
const entries = new Map<string, Entry>();
const listeners = new Set<() => void>();

function entryOf(key: string): Entry {
  const found = entries.get(key);
  if (found) return found;
  const entry: Entry = { state: idle, running: undefined, stale: true, at: 0 };
  entries.set(key, entry);
  for (const old of entries.keys()) {
    if (entries.size <= KEPT) break;
    if (old !== key && !entries.get(old)?.running) entries.delete(old);
  }
  return entry;
}

function set(entry: Entry, state: QueryState<unknown>): void {
  entry.state = state;
  for (const listener of listeners) listener();
}

/** Fetches unless the same request is under way. */
export async function fetchQuery<T>(query: Query<T>): Promise<void> {
  const entry = entryOf(query.key);
  if (entry.running) return;
  const controller = new AbortController();
  entry.running = controller;
  entry.stale = false;
  set(entry, { ...entry.state, fetching: true });
  try {
    const data = await query.load(controller.signal);
    if (entry.running !== controller) return;
    entry.at = Date.now();
    set(entry, { data, error: undefined, fetching: false });
  } catch (error) {
    if (entry.running === controller) {
      entry.stale = true;
      set(entry, { data: entry.state.data, error: toApiError(error, query.key), fetching: false });
    }
  } finally {
    if (entry.running === controller) entry.running = undefined;
  }
}

/** Starts a request before the view that needs it is there. */
export function prefetch<T>(query: Query<T>): void {
  if (entryOf(query.key).stale) void fetchQuery(query);
}

/** Marks what starts with `prefix` as out of date; views that show it ask again. */
export function invalidate(prefix: string): void {
  for (const [key, entry] of entries) {
    if (!key.startsWith(prefix)) continue;
    entry.running?.abort();
    entry.running = undefined;
    entry.stale = true;
    entry.state = { ...entry.state, fetching: false };
  }
  for (const listener of listeners) listener();
}

/** Drops what starts with `prefix`: it is not even good enough to be shown while it is asked for again. */
export function removeQueries(prefix: string): void {
  for (const [key, entry] of entries) {
    if (!key.startsWith(prefix)) continue;
    entry.running?.abort();
    entries.delete(key);
  }
}

/** Nobody waits for this any more. What is kept of it stays, and is asked for again when it is next shown. */
export function cancelQuery(key: string): void {
  const entry = entries.get(key);
  if (!entry?.running) return;
  entry.running.abort();
  entry.running = undefined;
  entry.stale = true;
  entry.state = { ...entry.state, fetching: false };
}

/** Forgets everything: another operator may be next. */
export function clearQueries(): void {
  for (const entry of entries.values()) entry.running?.abort();
  entries.clear();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The state of `query`, fetched when nothing is kept or what is kept is out of date. Kept data is shown while it is
 * refreshed.
 */
export function useQuery<T>(query: Query<T>): QueryState<T> & { readonly retry: () => void } {
  const state = useSyncExternalStore(subscribe, () => entries.get(query.key)?.state ?? idle);
  const stale = useSyncExternalStore(subscribe, () => (entries.get(query.key)?.stale ?? true) && !state.error);

  useEffect(() => {
    const entry = entryOf(query.key);
    if (stale || (entry.at > 0 && Date.now() - entry.at > FRESH_MS)) void fetchQuery(query);
  }, [query.key, stale]);

  // What is kept under a key came from the load function of that key's query.
  return { ...(state as QueryState<T>), retry: () => void fetchQuery(query) };
}

/** The last defined value, so that old rows stay while new ones load. */
export function usePlaceholderData<T>(value: T | undefined): T | undefined {
  const kept = useRef(value);
  if (value !== undefined) kept.current = value;
  return kept.current;
}
