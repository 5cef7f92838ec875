import { expect, it } from 'vitest';
import type { Field, RowPreview } from '@/lib/api-types';
import { differences, isDirty, merge, startEdit, valuesOf } from './edit-draft';

const field = (name: string, kind: Field['kind']): Field => ({
  name,
  label: { key: `x.${name}`, text: name },
  kind,
  required: false,
  maxLength: 255,
});
const FIELDS = [field('name', 'text'), field('about', 'text'), field('words', 'tags')];
const row = (values: RowPreview['values'], etag = '"1"'): RowPreview => ({
  title: 'x',
  etag,
  values,
  parts: {},
  lockedFields: {},
  lockedActions: {},
});
const BEFORE = row({ name: 'guard', about: '', words: ['a', 'b'] });

it('begins with what is there, and is dirty once it differs', () => {
  const draft = startEdit(FIELDS, BEFORE);

  expect(isDirty(draft)).toBe(false);
  expect(isDirty({ ...draft, values: { ...draft.values, name: 'guard ' } })).toBe(false);
  expect(isDirty({ ...draft, values: { ...draft.values, words: ['b', 'a'] } })).toBe(false);
  expect(isDirty({ ...draft, values: { ...draft.values, words: ['a'] } })).toBe(true);
});

it('unites lists, so that both changes are kept', () => {
  const draft = { ...startEdit(FIELDS, BEFORE), values: { name: 'guard', about: '', words: ['b', 'mine'] } };
  const now = valuesOf(FIELDS, row({ name: 'guard', about: 'on board', words: ['a', 'b', 'theirs'] }, '"2"'));

  expect(differences(FIELDS, draft, now)).toEqual([
    { field: 'about', label: 'about', base: '', theirs: 'on board', mine: undefined, clash: false },
    { field: 'words', label: 'words', base: '2 entries', theirs: '+ theirs', mine: '+ mine, − a', clash: false },
  ]);
  expect(merge(draft, now, '"2"').values).toEqual({
    name: 'guard',
    about: 'on board',
    words: ['b', 'theirs', 'mine'],
  });
});

it('has one chosen where both changed a text', () => {
  const draft = { ...startEdit(FIELDS, BEFORE), values: { name: 'mine', about: '', words: ['a', 'b'] } };
  const now = valuesOf(FIELDS, row({ name: 'theirs', about: '', words: ['a', 'b'] }, '"2"'));

  expect(differences(FIELDS, draft, now).map((found) => found.clash)).toEqual([true]);
  expect(merge(draft, now, '"2"', { name: 'theirs' }).values.name).toBe('theirs');
  expect(merge(draft, now, '"2"', { name: 'mine' }).values.name).toBe('mine');
});

it('is no conflict when they changed nothing, or the same', () => {
  const draft = { ...startEdit(FIELDS, BEFORE), values: { name: 'same', about: '', words: ['a', 'b'] } };

  expect(differences(FIELDS, draft, draft.base)).toEqual([]);
  expect(differences(FIELDS, draft, valuesOf(FIELDS, row({ name: 'same', about: '', words: ['a', 'b'] })))).toEqual([]);
});
