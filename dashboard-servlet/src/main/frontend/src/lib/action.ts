import { sendJson } from '@/lib/api-client';
import type { Action, Field, FieldValue, Text } from '@/lib/api-types';
import { t } from '@/lib/i18n';

/** What fills the placeholders of a path. */
export type PathValues = Readonly<Record<string, string | undefined>>;

export type FormValues = Readonly<Record<string, FieldValue>>;

/**
 * Fills `{name}` in a path; values are percent-encoded, so that none of them can leave its place. A query parameter without
 * a value is left out.
 */
export function fillPath(path: string, values: PathValues): string {
  const fill = (part: string) =>
    part.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const [place = '', query] = path.split('?', 2);
  const given = query
    ?.split('&')
    .map(fill)
    .filter((pair) => !pair.endsWith('='));
  return given?.length ? `${fill(place)}?${given.join('&')}` : fill(place);
}

/** Runs an action of a recipe, on the version `ifMatch` if it asks for one. Resolves to what it answers. */
export async function runAction(
  action: Action,
  values: PathValues,
  body?: unknown,
  ifMatch?: string,
): Promise<unknown> {
  return sendJson<unknown>(action.method, fillPath(action.path, values), body, ifMatch);
}

/** Why an action can't be done, by its method and path. */
export type Locks = Readonly<Record<string, Text>> | undefined;

export const lockOf = (locks: Locks, action: Action): Text | undefined => locks?.[`${action.method} ${action.path}`];

/** The key of the row that an action answered with, if it did. */
export function keyIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('key' in answer)) return undefined;
  return typeof answer.key === 'string' ? answer.key : undefined;
}

/** A form before anything is typed. */
export function emptyForm(fields: readonly Field[]): FormValues {
  return Object.fromEntries(fields.map((field) => [field.name, emptyValue(field)]));
}

const isList = ({ kind }: Field) => kind === 'tags' || kind === 'names';

function emptyValue(field: Field): FieldValue {
  if (isList(field)) return [];
  return field.kind === 'switch' ? false : '';
}

/** What we see ourselves before asking the server, by field name. */
export function checkForm(fields: readonly Field[], values: FormValues): Readonly<Record<string, string>> {
  const errors = fields.map((field) => [field.name, checkField(field, values[field.name])] as const);
  return Object.fromEntries(errors.filter(([, words]) => words !== ''));
}

function checkField(field: Field, value: FieldValue | undefined): string {
  if (isBlank(value)) return field.required && field.kind !== 'switch' ? t('field.required') : '';
  if (typeof value === 'string' && value.length > field.maxLength) {
    return t('field.tooLong', { count: value.length, max: field.maxLength });
  }
  if (field.kind === 'email' && !String(value).includes('@')) return t('field.email');
  return '';
}

/** The JSON to send: lists as lists, and what was left blank is left out. */
export function formBody(fields: readonly Field[], values: FormValues): Readonly<Record<string, unknown>> {
  const entries = fields.map((field) => [field.name, bodyValue(field, values[field.name])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function bodyValue(field: Field, value: FieldValue | undefined): unknown {
  if (field.kind === 'switch') return value === true;
  if (isList(field)) return value ?? [];
  if (isBlank(value)) return undefined;
  return String(value).trim();
}

function isBlank(value: FieldValue | undefined): boolean {
  if (value === undefined || typeof value === 'boolean') return value === undefined;
  return typeof value === 'string' ? value.trim() === '' : value.length === 0;
}

/** Whether anything was typed that closing would lose. */
export function isDirty(fields: readonly Field[], values: FormValues): boolean {
  return fields.some((field) => isFilled(values[field.name]));
}

export const isFilled = (value: FieldValue | undefined) => (typeof value === 'boolean' ? value : !isBlank(value));
