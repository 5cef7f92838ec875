import { emptyForm, type FormValues } from '@/lib/action';
import type { Field, FieldValue, RowPreview } from '@/lib/api-types';
import { label, t } from '@/lib/i18n';

/** What is typed about a row, and what it was made from. */
export type EditDraft = { readonly base: FormValues; readonly etag: string; readonly values: FormValues };

/** A field that either side changed since the draft was begun, in words. */
export type Difference = {
  readonly field: string;
  readonly label: string;
  readonly base: string;
  readonly theirs?: string;
  readonly mine?: string;
  readonly clash: boolean;
};

type Choices = Readonly<Partial<Record<string, 'theirs' | 'mine'>>>;

export function valuesOf(fields: readonly Field[], row: RowPreview): FormValues {
  return { ...emptyForm(fields), ...Object.fromEntries(fields.flatMap(({ name }) => entry(name, row.values[name]))) };
}

const entry = (name: string, value: FieldValue | undefined) => (value === undefined ? [] : [[name, value] as const]);

export function startEdit(fields: readonly Field[], row: RowPreview): EditDraft {
  const base = valuesOf(fields, row);
  return { base, etag: row.etag, values: base };
}

export function isDirty(draft: EditDraft): boolean {
  return Object.keys(draft.values).some((name) => !isSame(draft.values[name], draft.base[name]));
}

/** What both sides did. Nothing unless they changed a field to something else than I did. */
export function differences(fields: readonly Field[], draft: EditDraft, now: FormValues): readonly Difference[] {
  const found = fields.flatMap(({ name, label: words }): readonly Difference[] => {
    const base = draft.base[name] ?? '';
    const theirs = isSame(now[name], base) ? undefined : now[name];
    const mine = isSame(draft.values[name], base) ? undefined : draft.values[name];
    if (theirs === undefined ? mine === undefined : isSame(theirs, mine)) return [];
    const lists = Array.isArray(base);
    return [
      {
        field: name,
        label: label(words),
        base: lists ? t('conflict.items', { count: base.length }) : String(base),
        theirs: theirs === undefined ? undefined : changeWords(base, theirs),
        mine: mine === undefined ? undefined : changeWords(base, mine),
        clash: theirs !== undefined && mine !== undefined && !lists,
      },
    ];
  });
  return found.some(({ theirs }) => theirs !== undefined) ? found : [];
}

/** The draft on top of what is saved now: lists are united, else theirs where only they changed something. */
export function merge(draft: EditDraft, now: FormValues, etag: string, choices: Choices = {}): EditDraft {
  const values = Object.entries(draft.values).map(([name, mine]) => {
    const base = draft.base[name];
    const theirs = now[name] ?? mine;
    if (isSame(mine, base) || choices[name] === 'theirs') return [name, theirs] as const;
    return [name, isList(mine) && isList(base) && isList(theirs) ? united(base, mine, theirs) : mine] as const;
  });
  return { base: now, etag, values: Object.fromEntries(values) };
}

type List = readonly string[];

const isList = (value: FieldValue | undefined): value is List => Array.isArray(value);

/** What I added and removed, done to theirs. */
function united(base: List, mine: List, theirs: List): List {
  const added = without(mine, base);
  const removed = new Set(without(base, mine));
  return [...theirs.filter((item) => !removed.has(item)), ...without(added, theirs)];
}

function without(list: List, other: List): List {
  const gone = new Set(other);
  return list.filter((item) => !gone.has(item));
}

function changeWords(base: FieldValue, value: FieldValue): string {
  if (!isList(value) || !isList(base)) return String(value);
  const added = without(value, base).map((item) => `+ ${item}`);
  const removed = without(base, value).map((item) => `− ${item}`);
  return [...added, ...removed].join(', ');
}

/** Text without regard to space at its ends, lists without regard to order. */
function isSame(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (isList(one) && isList(other)) return one.length === other.length && without(one, other).length === 0;
  return typeof one === 'string' && typeof other === 'string' ? one.trim() === other.trim() : one === other;
}
