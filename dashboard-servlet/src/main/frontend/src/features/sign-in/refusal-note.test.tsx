// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiError } from '@/lib/api-error';
import { RefusalNote } from './refusal-note';

const throttled = (retryAfter?: number) => new ApiError('too-many-attempts', 429, { retryAfter }, 'POST session');

const seen = () => document.querySelector('[aria-hidden="true"]:not(svg)')?.textContent;
const readOut = () => screen.getByRole('alert').textContent;
const draw = (error: ApiError) => render(<RefusalNote error={error} app="Harbour Rail" />);
const pass = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1000));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('counts down by the second, and reads out each 10 seconds', () => {
  draw(throttled(45));
  expect(seen()).toBe('Too many attempts. Next one in 45 seconds.');
  expect(readOut()).toBe('Too many attempts. Next one in 45 seconds.');

  pass(4);
  expect(seen()).toBe('Too many attempts. Next one in 41 seconds.');
  expect(readOut()).toBe('Too many attempts. Next one in 45 seconds.');

  pass(1);
  expect(readOut()).toBe('Too many attempts. Next one in 40 seconds.');

  pass(39);
  expect(seen()).toBe('Too many attempts. Next one in 1 second.');
  expect(readOut()).toBe('Too many attempts. Next one in 10 seconds.');
});

it('says when the next try can be made, and stops', () => {
  draw(throttled(2));

  pass(2);

  expect(seen()).toBe('You can try again now.');
  expect(readOut()).toBe('You can try again now.');
  expect(vi.getTimerCount()).toBe(0);
});

it('starts anew with each refusal', () => {
  const { rerender } = draw(throttled(1));
  pass(1);

  rerender(<RefusalNote error={throttled(8)} app="Harbour Rail" />);

  expect(seen()).toBe('Too many attempts. Next one in 8 seconds.');
});

it('does without a number', () => {
  draw(throttled());

  expect(seen()).toBe('Too many attempts. Next one in 1 second.');
});

it('has the same words for every way of being wrong', () => {
  draw(new ApiError('wrong-credentials', 401, {}, 'POST session'));

  expect(readOut()).toBe('Email or password is wrong, or the account is disabled.');
});
