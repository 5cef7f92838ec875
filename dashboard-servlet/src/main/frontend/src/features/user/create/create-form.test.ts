import { expect, it } from 'vitest';
import { checkCreation, newUserOf, startCreating } from './create-form';

const RULES = { min: 15, max: 128, invitationHours: 168 };
const UNINVITED = { min: 15, max: 128 };
const tags = { name: 'tags', label: { key: 'k', text: 'Tags' }, required: true, maxLength: 255, advanced: false };
const roles = [{ recipe: 'q7', fields: [{ ...tags, kind: 'tags' as const }] }];
const start = { ...startCreating([], 'public', RULES), email: ' ada@example.org ' };

it('invites by default', () => {
  expect(newUserOf({ ...start, password: 'typed before' }, [])).toEqual({
    tenant: 'public',
    method: 'password',
    email: 'ada@example.org',
    invite: true,
  });
});

it('sets a password where nobody can be invited', () => {
  expect(startCreating([], 'public', UNINVITED)).toMatchObject({ first: 'set' });
});

it('sends a password only when it is set now', () => {
  expect(newUserOf({ ...start, first: 'set', password: ' p w ' }, [])).toMatchObject({ password: ' p w ' });
});

it('sends nothing of the fields that are not shown', () => {
  const draft = { ...start, kind: 'phone' as const, phone: '+44 1', first: 'set' as const, password: 'x' };

  expect(newUserOf(draft, [])).toEqual({ tenant: 'public', method: 'passwordless', phone: '+44 1' });
});

it('sees what is missing before the server does, each at its field', () => {
  const draft = { ...startCreating(roles, 'public', RULES), email: 'ada@', first: 'set' as const, password: 'short' };

  expect(checkCreation(draft, roles, UNINVITED, [])).toEqual({
    email: 'An email needs something before and after the @.',
    password: '5 characters. It needs at least 15.',
    'recipes.q7.tags': 'This is needed.',
  });
});

it('asks for the tenant where none is chosen among several', () => {
  const tenants = ['acme', 'zoo'].map((id) => ({ id, name: id }));
  const missing = { tenant: 'Choose a tenant.' };

  expect(checkCreation({ ...start, tenant: '' }, [], RULES, tenants)).toEqual(missing);
  expect(checkCreation({ ...start, tenant: 'gone' }, [], RULES, tenants)).toEqual(missing);
  expect(checkCreation({ ...start, tenant: 'zoo' }, [], RULES, tenants)).toEqual({});
});
