import { getJson } from '@/lib/api-client';
import type { ImportReport } from '@/lib/api-types';
import { linkTo } from '@/lib/router';
import { type Sending, sendFile } from '@/lib/send-file';

/** What of a form decides what becomes of a file. */
export type ImportChoice = {
  readonly file: File;
  readonly mode: 'create' | 'upsert';
  /** Where users are who name no tenant; absent where there is nothing to choose. */
  readonly tenant?: string;
  /** Fields that are passed over, with commas between. */
  readonly ignore?: string;
};

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  ndjson: 'application/jsonl',
  json: 'application/json',
};

export const ENDINGS = Object.keys(TYPES).map((ending) => `.${ending}`);

/** By its name: what browsers take a file for depends on the programs of the machine. */
export function typeOf(file: File): string | undefined {
  return TYPES[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
}

export function previewImport({ file, mode, tenant, ignore }: ImportChoice, sending: Sending): Promise<ImportReport> {
  return sendFile('POST', linkTo(['imports', 'preview'], { mode, tenant, ignore }), file, typeOf(file) ?? '', sending);
}

/** The same id with the same file goes on where it stopped. */
export function runImport(
  id: string,
  { file, mode, tenant, ignore }: ImportChoice,
  sending: Sending,
): Promise<ImportReport> {
  return sendFile('PUT', linkTo(['imports', id], { mode, tenant, ignore }), file, typeOf(file) ?? '', sending);
}

export function importProgress(id: string, signal: AbortSignal): Promise<ImportReport> {
  return getJson<ImportReport>(linkTo(['imports', id]), signal);
}
