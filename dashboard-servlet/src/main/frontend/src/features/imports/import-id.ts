import type { ImportChoice } from './api/imports';

const KEY = 'userdeck.import';

/** Tells this file under these choices from others, without reading it. */
const nameOf = ({ file, mode, tenant, ignore }: ImportChoice) =>
  JSON.stringify([file.name, file.size, file.lastModified, mode, tenant, ignore]);

/** The id of an import: that of the one that stopped in this tab, if it was the same, else a new one. */
export function importId(choice: ImportChoice): string {
  const [name, id] = kept();
  if (id && name === nameOf(choice)) return id;
  const created = newId();
  keep(JSON.stringify([nameOf(choice), created]));
  return created;
}

/** It is done: the same file is another import from now on. */
export const forgetImport = () => keep(undefined);

function kept(): readonly (string | undefined)[] {
  try {
    const pair: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(pair) ? pair.map(String) : [];
  } catch {
    return [];
  }
}

function keep(value: string | undefined): void {
  try {
    if (value === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, value);
  } catch {
    // Where nothing may be stored, an import can't be gone on with after the page was left.
  }
}

/** A UUID; crypto.randomUUID is only there with HTTPS. */
function newId(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
