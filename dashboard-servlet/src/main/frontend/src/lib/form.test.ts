import { expect, it } from 'vitest';
import { ApiError } from './api-error';
import { fieldErrors, isEmail } from './form';

it('brings refusals to their fields', () => {
  const refusals = [
    { pointer: '/name', detail: 'Taken.' },
    { pointer: '/name', detail: 'Also too long.' },
    { pointer: '/permissions/2', detail: 'No spaces.' },
    { pointer: '/a~1b', detail: 'Odd.' },
    { pointer: '', detail: 'The whole.' },
  ];

  expect(
    fieldErrors(new ApiError('invalid', 422, { errors: refusals.map((one) => ({ ...one, code: 'x' })) }, 'POST api/x')),
  ).toEqual({
    name: 'Taken.',
    permissions: 'No spaces.',
    'a/b': 'Odd.',
  });
});

it('has nothing to bring without an error', () => {
  expect(fieldErrors(undefined)).toEqual({});
});

it('knows what can not be an email', () => {
  expect(isEmail('ada@example.org')).toBe(true);
  expect(isEmail('ada@')).toBe(false);
  expect(isEmail('@example.org')).toBe(false);
  expect(isEmail('a b@example.org')).toBe(false);
});
