// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { navigate } from '@/lib/router';
import { ByLink } from './by-link';

type Answer = { readonly status: number; readonly body?: object };

const asked: { path: string; body: unknown }[] = [];
const answers: Record<string, Answer> = {};

beforeEach(() => {
  asked.length = 0;
  navigate('invite#the-token');
  vi.stubGlobal('fetch', (url: URL, { body }: RequestInit) => {
    const path = url.pathname.replace(/^.*\/api\//, '');
    asked.push({ path, body: JSON.parse(String(body)) });
    const answer = answers[path] ?? { status: 204 };
    return Promise.resolve(new Response(answer.body ? JSON.stringify(answer.body) : null, { status: answer.status }));
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const draw = (signedIn?: string) =>
  render(<ByLink app="Harbour Rail" signedIn={signedIn} onEntered={() => undefined} />);

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

it('accepts an invitation, and leads to the sign-in with the email there', async () => {
  answers['operator-link'] = { status: 200, body: { invitation: true, email: 'tom@example.org', passwordMin: 15 } };
  draw();

  await screen.findByRole('heading', { name: 'You are invited to Harbour Rail' });
  expect(location.hash).toBe('');
  fireEvent.click(screen.getByRole('button', { name: 'Accept' }));
  expect(await screen.findAllByText('This is needed.')).toHaveLength(2);
  type('Your name', 'Tom');
  type('Password', 'short');
  fireEvent.click(screen.getByRole('button', { name: 'Accept' }));
  await screen.findByText('5 characters. It needs at least 15.');
  expect(asked).toHaveLength(1);
  type('Password', 'plum tundra violet 47');
  fireEvent.click(screen.getByRole('button', { name: 'Accept' }));

  await screen.findByText('Your account is ready. Sign in with it.');
  expect(screen.getByLabelText<HTMLInputElement>('Email').value).toBe('tom@example.org');
  expect(asked[1]).toEqual({
    path: 'operator-link/accept',
    body: { token: 'the-token', name: 'Tom', password: 'plum tundra violet 47' },
  });
});

it('chooses a new password, and says who is signed in here', async () => {
  navigate('reset#the-token');
  answers['operator-link'] = { status: 200, body: { invitation: false, email: 'tom@example.org', passwordMin: 15 } };
  draw('Ines');

  await screen.findByRole('heading', { name: 'Choose a new password' });
  type('New password', 'plum tundra violet 47');
  fireEvent.click(screen.getByRole('button', { name: 'Save the password' }));

  await screen.findByText('tom@example.org can sign in now. In this browser, Ines is signed in.');
});

it('says that a link is used up', async () => {
  answers['operator-link'] = {
    status: 410,
    body: { type: 'https://userdeck.dev/problems/operator-link-unusable', status: 410 },
  };
  draw();

  await screen.findByRole('heading', { name: 'This link does not work any more' });
});
