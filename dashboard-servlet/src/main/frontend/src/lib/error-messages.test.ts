import { expect, it } from 'vitest';
import { ApiError } from './api-error';
import { errorMessage } from './error-messages';

const unreadable = (status: number, request = 'GET api/users') =>
  errorMessage(new ApiError('unreadable', status, {}, request), 'Harbour');

it('who refused instead of us is named with the likely cause', () => {
  expect(unreadable(401)).toContain('sign-in of its own');
  expect(unreadable(403)).toContain("Harbour's login or a firewall");
  expect(unreadable(403, 'POST api/users')).toContain("CSRF filter of Harbour's");
  expect(unreadable(413, 'POST api/imports')).toContain('limit for bodies');
  expect(unreadable(405, 'PATCH api/users/1')).toContain('lets no PATCH through');
  expect(unreadable(500)).toContain('before the dashboard could answer');
});

it('an app without a name is not called Userdeck', () => {
  const nameless = (status: number, request: string) =>
    errorMessage(new ApiError('unreadable', status, {}, request), 'Userdeck');

  expect(nameless(403, 'POST api/users')).toContain("CSRF filter of your app's");
  expect(nameless(413, 'POST api/imports')).toMatch(/^Your app's server, or a proxy in front of it, takes nothing/);
  expect(nameless(418, 'GET api/users')).toBe('Your app answered in an unexpected way.');
});

it('a page instead of data is likely a login', () => {
  expect(unreadable(200)).toContain('as a login does');
  expect(errorMessage(new ApiError('redirected', 0, {}, 'GET api/users'), 'Harbour')).toContain('as a login does');
});

it('what nothing is known of is unexpected', () => {
  expect(unreadable(418)).toBe('Harbour answered in an unexpected way.');
});

it('our own refusals speak for themselves', () => {
  const problem = { type: 'https://userdeck.dev/problems/conflict', detail: 'The name is taken.' };

  expect(errorMessage(new ApiError('conflict', 409, problem, 'POST api/roles'), 'Harbour')).toBe('The name is taken.');
});
