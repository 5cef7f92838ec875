import { useSyncExternalStore } from 'preact/compat';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Import } from '@/lib/api-types';
import { invalidate } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { sendFile } from '@/lib/send-file';

/** Of a request: as much as proxies let through that nobody has told otherwise. */
const PART = 1024 * 1024;

/** A file on its way to the server. */
export type Upload = {
  readonly file: File;
  /** How many bytes are on their way. */
  readonly sent: number;
  /** Why it stopped; it can be gone on with. */
  readonly error?: ApiError;
};

const uploads = new Map<string, Upload>();
const listeners = new Set<() => void>();
let stop = new AbortController();

/**
 * Sends a file, or what is still to be sent of it, part by part. It goes on while other pages are looked at; the browser asks
 * before this one is closed.
 */
export async function upload(job: Import, file: File): Promise<void> {
  if (uploads.get(job.id)?.error === undefined && uploads.has(job.id)) return;
  const { signal } = stop;
  let at = job.received;
  const note = (sent: number, error?: ApiError) => !signal.aborted && set(job.id, { file, sent, error });
  note(at);
  try {
    while (at < file.size) {
      const part = file.slice(at, at + PART);
      const from = at;
      const onSent = (share: number) => note(from + Math.round(share * part.size));
      const path = linkTo(['imports', job.id, 'file'], { from: String(from) });
      const answer = await sendFile<Import>('PUT', path, part, 'application/octet-stream', { onSent, signal });
      at = answer.received;
      note(at);
    }
    set(job.id, undefined);
  } catch (cause) {
    note(at, toApiError(cause, 'imports'));
  }
  invalidate('imports');
}

/** Forgets them all: they were somebody's who signs out now. */
export function dropUploads(): void {
  stop.abort();
  stop = new AbortController();
  for (const id of [...uploads.keys()]) set(id, undefined);
}

/** Forgets one: its import is discarded. */
export const dropUpload = (id: string) => set(id, undefined);

function set(id: string, next: Upload | undefined): void {
  if (next) uploads.set(id, next);
  else uploads.delete(id);
  const busy = [...uploads.values()].some((each) => !each.error);
  removeEventListener('beforeunload', ask);
  if (busy) addEventListener('beforeunload', ask);
  for (const listener of listeners) listener();
}

/** It is this page that sends the file. */
const ask = (event: BeforeUnloadEvent) => event.preventDefault();

/** The upload of an import, if this page is at it. */
export function useUpload(id: string): Upload | undefined {
  return useSyncExternalStore(subscribe, () => uploads.get(id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
