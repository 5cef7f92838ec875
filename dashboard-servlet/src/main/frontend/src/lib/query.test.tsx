// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiError } from './api-error';
import { clearQueries, invalidate, prefetch, useQuery } from './query';

const load = vi.fn<(signal: AbortSignal) => Promise<string>>();
const query = { key: 'users?size=10', load };

function View() {
  const { data, error, retry } = useQuery(query);
  return (
    <button type="button" onClick={retry}>
      {error?.slug ?? data ?? 'pending'}
    </button>
  );
}

beforeEach(() => {
  clearQueries();
  load.mockReset();
});
afterEach(cleanup);

it('uses what was asked for before it was drawn', async () => {
  load.mockResolvedValue('rows');
  prefetch(query);

  render(<View />);

  await screen.findByText('rows');
  expect(load).toHaveBeenCalledTimes(1);
});

it('keeps what it has while it asks again', async () => {
  load.mockResolvedValueOnce('old');
  render(<View />);
  await screen.findByText('old');
  let answer: (rows: string) => void = () => undefined;
  load.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));

  await act(() => invalidate('users'));

  expect(screen.getByText('old')).toBeTruthy();
  await act(async () => answer('new'));
  await screen.findByText('new');
});

it('stops at an error until it is told to try again', async () => {
  load.mockRejectedValueOnce(new ApiError('storage-unavailable', 503, {}, 'GET api/users'));
  render(<View />);
  const button = await screen.findByText('storage-unavailable');
  expect(load).toHaveBeenCalledTimes(1);
  load.mockResolvedValueOnce('rows');

  button.click();

  await screen.findByText('rows');
});

it('takes no answer that was overtaken', async () => {
  let late: (rows: string) => void = () => undefined;
  load.mockReturnValueOnce(new Promise((resolve) => (late = resolve))).mockResolvedValueOnce('new');
  render(<View />);
  await act(() => undefined);

  await act(() => invalidate('users'));
  await screen.findByText('new');
  await act(async () => late('old'));

  expect(screen.getByText('new')).toBeTruthy();
});
