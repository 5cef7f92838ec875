// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { getJson, onSignedOut, sendJson, sessionRequest } from './api-client';
import type { ApiError } from './api-error';

const fetchMock = vi.fn<typeof fetch>();

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });
const problem = (status: number, slug: string, extra: object = {}) =>
  json({ type: `https://userdeck.dev/problems/${slug}`, title: slug, status, ...extra }, status);
const failure = (request: Promise<unknown>) =>
  request.then(
    () => expect.fail('the request succeeded'),
    (error: ApiError) => error,
  );

beforeEach(() => {
  fetchMock.mockReset();
  vi.stubGlobal('fetch', fetchMock);
});

afterEach(() => onSignedOut(undefined));

describe('errors', () => {
  it('are told apart by the last part of the problem type', async () => {
    fetchMock.mockResolvedValue(problem(404, 'not-found'));

    const error = await failure(getJson('users/1'));

    expect(error).toMatchObject({ slug: 'not-found', status: 404, request: 'GET api/users/1' });
  });

  it('keep the refusals of fields and extras', async () => {
    const errors = [{ pointer: '/name', detail: 'Too long.', code: 'too-long' }];
    fetchMock.mockResolvedValue(problem(422, 'invalid', { errors, trace: 'abc' }));

    const error = await failure(sendJson('POST', 'roles', { name: 'x' }));

    expect(error.fieldErrors).toEqual(errors);
    expect(error.extra('trace')).toBe('abc');
  });

  it('of a proxy are unreadable', async () => {
    fetchMock.mockImplementation(async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));

    expect(await failure(getJson('users'))).toMatchObject({ slug: 'unreadable', status: 502 });
  });

  it('of a host that writes problem documents of its own are unreadable', async () => {
    fetchMock.mockImplementation(async () => json({ type: 'about:blank', title: 'Forbidden', status: 403 }, 403));

    expect(await failure(sendJson('POST', 'users', {}))).toMatchObject({ slug: 'unreadable', status: 403 });
  });

  it('that lead elsewhere are told as such', async () => {
    fetchMock.mockResolvedValue({ type: 'opaqueredirect', status: 0, ok: false } as Response);

    expect(await failure(getJson('users'))).toMatchObject({ slug: 'redirected', status: 0 });
  });

  it('of an answer that is no JSON are unreadable', async () => {
    fetchMock.mockImplementation(async () => new Response('<!doctype html>', { status: 200 }));

    expect((await failure(getJson('users'))).slug).toBe('unreadable');
  });

  it('without an answer are the network’s, or a time-out', async () => {
    fetchMock.mockRejectedValueOnce(new DOMException('late', 'TimeoutError'));
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));

    expect((await failure(getJson('users'))).slug).toBe('timeout');
    expect((await failure(getJson('users'))).slug).toBe('network');
  });
});

describe('repeating', () => {
  it('tries a read twice', async () => {
    fetchMock.mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValueOnce(json({ items: [] }));

    await expect(getJson('users')).resolves.toEqual({ items: [] });
  });

  it('tries a write once', async () => {
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));

    await failure(sendJson('DELETE', 'users/1'));

    expect(fetchMock).toHaveBeenCalledTimes(1);
  });

  it('does not try again after a time-out', async () => {
    fetchMock.mockRejectedValue(new DOMException('late', 'TimeoutError'));

    await failure(getJson('users'));

    expect(fetchMock).toHaveBeenCalledTimes(1);
  });
});

describe('an ended session', () => {
  it('repeats the request once after signing in again', async () => {
    fetchMock
      .mockResolvedValueOnce(problem(401, 'sign-in-required', { authentication: 'sign-in' }))
      .mockResolvedValueOnce(json({ ended: 2 }));
    onSignedOut(async () => true);

    await expect(sendJson('DELETE', 'users/1/sessions')).resolves.toEqual({ ended: 2 });
  });

  it('gives up when the repeated request is refused too', async () => {
    fetchMock.mockImplementation(async () => problem(401, 'sign-in-required'));
    const asked = vi.fn(async () => true);
    onSignedOut(asked);

    expect((await failure(getJson('users'))).status).toBe(401);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(fetchMock).toHaveBeenCalledTimes(2);
  });

  it('does not ask when the request is about the session itself', async () => {
    fetchMock.mockResolvedValue(problem(401, 'wrong-credentials'));
    const asked = vi.fn(async () => true);
    onSignedOut(asked);

    expect((await failure(sessionRequest('POST', 'session', {}))).slug).toBe('wrong-credentials');
    expect(asked).not.toHaveBeenCalled();
  });
});

it('sends JSON below the base of the document', async () => {
  fetchMock.mockResolvedValue(new Response(null, { status: 204 }));

  await sendJson('POST', 'recipes/x/roles', { name: 'a' });

  const [url, init] = fetchMock.mock.calls[0] ?? [];
  expect(String(url)).toBe(new URL('api/recipes/x/roles', document.baseURI).href);
  expect(init).toMatchObject({ method: 'POST', body: '{"name":"a"}', credentials: 'same-origin' });
  expect(new Headers(init?.headers).get('Content-Type')).toBe('application/json');
});
