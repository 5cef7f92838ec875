// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ApiError } from '@/lib/api-error';
import { navigate } from '@/lib/router';
import { Entrance } from './entrance';
import { setUpErrors } from './set-up-errors';

const refusal = (status: number, slug: string, extra: object = {}) =>
  new ApiError(slug, status, { app: 'Harbour Rail', ...extra }, 'GET api/session');

function draw(error: ApiError) {
  render(
    <Entrance refusal={error} onEntered={() => undefined} onRetry={() => undefined} onSignOut={() => undefined} />,
  );
}

beforeEach(() => navigate('users'));
afterEach(cleanup);

it('asks to sign in', () => {
  draw(refusal(401, 'sign-in-required', { authentication: 'sign-in' }));

  screen.getByLabelText('Password');
  screen.getByRole('button', { name: 'Sign in' });
});

it('takes the set-up token out of the address', () => {
  navigate('setup#K7PD-4WXM');

  draw(refusal(401, 'sign-in-required', { authentication: 'setup' }));

  expect(screen.getByLabelText<HTMLInputElement>('Set-up token').value).toBe('K7PD-4WXM');
  expect(location.hash).toBe('');
});

it('says what to call when nobody may enter', () => {
  draw(refusal(403, 'nobody'));

  screen.getByRole('heading', { name: 'Nobody may enter yet' });
});

it('sends to the host’s own sign-in', () => {
  draw(refusal(401, 'sign-in-required', { authentication: 'host', signInUrl: '/login' }));

  expect(screen.getByRole('link', { name: 'Go to the sign-in' }).getAttribute('href')).toBe('/login');
});

it('tells who is signed in and no operator apart', () => {
  draw(refusal(403, 'not-an-operator', { authentication: 'host', signInUrl: '/login', name: 'Noor' }));

  screen.getByText('You are signed in to Harbour Rail as Noor, who may not use this dashboard.');
  expect(screen.getByRole('link', { name: 'Sign in as someone else' }).getAttribute('href')).toBe('/login');
  screen.getByRole('button', { name: 'Try again' });
});

it('asks for the code that the sign-in takes beside the password', async () => {
  draw(refusal(401, 'sign-in-required', { authentication: 'give-code' }));

  const code = await screen.findByLabelText<HTMLInputElement>('Code');

  expect(code.autocomplete).toBe('one-time-code');
  expect(code.inputMode).toBe('numeric');
  expect(document.activeElement).toBe(code);
  screen.getByRole('button', { name: 'Use a recovery code instead' }).click();
  expect((await screen.findByLabelText<HTMLInputElement>('Recovery code')).inputMode).toBe('text');
});

it('offers to try again when the app did not answer', () => {
  draw(new ApiError('timeout', 0, {}, 'GET api/session'));

  screen.getByRole('button', { name: 'Try again' });
});

it('tells the same of every token that does not work', () => {
  const values = { token: 'x', name: 'Ines', email: 'ines@example.org', password: 'long enough for anyone' };

  expect(setUpErrors(values, undefined)).toEqual({});
  expect(setUpErrors(values, refusal(410, 'setup-token-invalid'))).toHaveProperty('token');
  expect(setUpErrors({ ...values, password: 'short' }, undefined)).toEqual({
    password: '5 characters. It needs at least 15.',
  });
});
