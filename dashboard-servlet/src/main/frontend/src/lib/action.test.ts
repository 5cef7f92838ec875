import { describe, expect, it } from 'vitest';
import { checkForm, emptyForm, fillPath, formBody, isDirty } from './action';
import type { Field } from './api-types';

const field = (name: string, kind: Field['kind'], required = false): Field => ({
  name,
  kind,
  required,
  label: { key: name, text: name },
  maxLength: 255,
});
const fields = [
  field('name', 'text', true),
  field('contact', 'email'),
  field('permissions', 'tags'),
  field('protected', 'switch'),
];

describe('a path', () => {
  it('is filled with encoded values', () => {
    const path = fillPath('recipes/x/users/{userId}/roles/{item}?tenant={tenant}', {
      userId: 'a b',
      item: '../admin?x',
      tenant: 'public',
    });

    expect(path).toBe('recipes/x/users/a%20b/roles/..%2Fadmin%3Fx?tenant=public');
  });

  it('has nothing where there is no value', () => {
    expect(fillPath('roles?tenant={tenant}&q={query}', { query: '' })).toBe('roles');
    expect(fillPath('roles?tenant={tenant}&q={query}', { query: 'a&b' })).toBe('roles?q=a%26b');
  });
});

describe('a form', () => {
  it('starts empty and is not dirty', () => {
    const values = emptyForm(fields);

    expect(values).toEqual({ name: '', contact: '', permissions: [], protected: false });
    expect(isDirty(fields, values)).toBe(false);
    expect(isDirty(fields, { ...values, permissions: ['a'] })).toBe(true);
  });

  it('names the fields that are missing or wrong', () => {
    const errors = checkForm(fields, { ...emptyForm(fields), contact: 'many' });

    expect(errors).toEqual({ name: 'This is needed.', contact: 'An email needs something before and after the @.' });
  });

  it('sends lists as lists and leaves out what is blank', () => {
    const values = { ...emptyForm(fields), name: ' refund-agent ', permissions: ['a', 'b'] };

    expect(formBody(fields, values)).toEqual({ name: 'refund-agent', permissions: ['a', 'b'], protected: false });
    expect(formBody(fields, { ...values, contact: ' a@b.c ' })).toMatchObject({ contact: 'a@b.c' });
  });
});
