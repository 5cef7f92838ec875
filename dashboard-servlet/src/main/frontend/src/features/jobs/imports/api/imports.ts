import { getJson, sendJson } from '@/lib/api-client';
import type { CheckBody, Import, ImportPage, ImportRefusal, ImportRefusalPage, NewImportBody } from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';

/** What decides what becomes of a file. */
export type ImportOptions = {
  readonly mode: 'create' | 'upsert';
  /** Where users are who name no tenant; absent where there is nothing to choose. */
  readonly tenant?: string;
  /** Fields that are passed over, with commas between. */
  readonly ignore?: string;
};

type Format = NewImportBody['format'];

const FORMATS: Readonly<Record<string, Format>> = {
  csv: 'csv',
  jsonl: 'json_lines',
  ndjson: 'json_lines',
  json: 'json_document',
};

export const ENDINGS = Object.keys(FORMATS).map((ending) => `.${ending}`);

/** By its name: what browsers take a file for depends on the programs of the machine. */
export function formatOf(file: File): Format {
  return FORMATS[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
}

const body = ({ mode, tenant, ignore }: ImportOptions): CheckBody => ({
  mode,
  tenant,
  ignore: ignore?.split(',').map((name) => name.trim()),
});

export function createImport(file: File, options: ImportOptions): Promise<Import> {
  const whole: NewImportBody = { file: file.name, bytes: file.size, format: formatOf(file), ...body(options) };
  return sendJson<Import>('POST', linkTo(['imports']), whole);
}

/** The file is here already: nothing is sent again. */
export function checkImport(id: string, options: ImportOptions): Promise<Import> {
  return sendJson<Import>('POST', linkTo(['imports', id, 'check']), body(options));
}

export function changeImport(id: string, act: 'start' | 'cancel'): Promise<Import> {
  return sendJson<Import>('POST', linkTo(['imports', id, act]));
}

export function discardImport(id: string): Promise<void> {
  return sendJson('DELETE', linkTo(['imports', id]));
}

export function importQuery(id: string): Query<Import> {
  const path = linkTo(['imports', id]);
  return { key: path, load: (signal) => getJson<Import>(path, signal) };
}

export function importsQuery(cursor: string | undefined): Query<ImportPage> {
  const path = linkTo(['imports'], { cursor });
  return { key: path, load: (signal) => getJson<ImportPage>(path, signal) };
}

export function refusalsQuery(id: string, cursor: string | undefined): Query<ImportRefusalPage> {
  const path = linkTo(['imports', id, 'refusals'], { cursor });
  return { key: path, load: (signal) => getJson<ImportRefusalPage>(path, signal) };
}

/** All that are kept, for a file. */
export async function allRefusals(id: string): Promise<readonly ImportRefusal[]> {
  const all: ImportRefusal[] = [];
  let cursor: string | undefined;
  do {
    const page = await getJson<ImportRefusalPage>(linkTo(['imports', id, 'refusals'], { size: '1000', cursor }));
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}
