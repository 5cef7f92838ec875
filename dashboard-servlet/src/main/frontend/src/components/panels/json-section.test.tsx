// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JsonSection, PanelResult, Section } from '@/lib/api-types';
import { capabilities, user } from '@/lib/documents.test.data';
import { keepDraft } from '@/lib/drafts';
import { SessionContext, toSession } from '@/lib/session';
import { UserSection } from './user-section';

const session = toSession(capabilities);
const section: JsonSection = {
  id: 'q7.doc',
  recipe: 'q7',
  title: { key: 'q7.t', text: 'Document' },
  icon: 'braces',
  width: 'full',
  kind: 'json',
  empty: { key: 'q7.e', text: 'No document.' },
  save: {
    label: { key: 'q7.s', text: 'Save document' },
    method: 'PUT',
    path: 'recipes/q7/users/{userId}/doc',
    wholeUser: false,
    field: 'json',
    maxBytes: 40,
  },
};
const big = { json: '{"n":12345678901234567890}', etag: '"7"' };

const drawn = (data: unknown, of: Section = section, onChanged = () => undefined) => (
  <SessionContext.Provider value={session}>
    <UserSection section={of} result={{ data } as PanelResult} user={user} onChanged={onChanged} />
  </SessionContext.Provider>
);
const area = () => screen.getByRole('textbox', { name: 'Document' }) as HTMLTextAreaElement;
const type = (value: string) => fireEvent.input(area(), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const answer = (status: number, body?: unknown) =>
  vi.fn(async (_url: URL, _init: RequestInit) => new Response(body ? JSON.stringify(body) : null, { status }));

beforeEach(() => keepDraft('op q7.doc u1', undefined));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('shows the text with every digit, and no way to change it to who may not', () => {
  render(drawn(big, { ...section, save: undefined }));

  screen.getByText('12345678901234567890');
  expect(screen.queryByRole('button')).toBeNull();
});

it('says the line and the column of an error, and saves nothing then', () => {
  render(drawn(big));
  press('Edit Document');

  type('{\n  "a": 1\n  "b": 2\n}');

  expect(screen.getByRole('status').textContent).toBe('Line 3, column 3: a comma is missing before "b".');
  expect(screen.getByRole('button', { name: 'Save document' }).getAttribute('aria-disabled')).toBe('true');
  press('Go to line');
  expect(area().selectionStart).toBe(13);
});

it('says when it is too large', () => {
  render(drawn(big));
  press('Edit Document');

  type(`{"t": "${'x'.repeat(33)}"}`);

  expect(screen.getByRole('status').textContent).toBe('41 B. The limit is 40 B.');
});

it('saves the text as typed, for the version it was made from', async () => {
  const fetch = answer(204);
  const changed = vi.fn();
  vi.stubGlobal('fetch', fetch);
  render(drawn(big, section, changed));
  press('Edit Document');
  type('{"n": 1.10}');

  press('Save document');
  await vi.waitFor(() => expect(changed).toHaveBeenCalled());

  const [url, init] = fetch.mock.calls[0] ?? [];
  expect(String(url)).toMatch(/api\/recipes\/q7\/users\/u1\/doc$/);
  expect(init?.headers).toMatchObject({ 'If-Match': '"7"' });
  expect(init?.body).toBe(JSON.stringify({ json: '{"n": 1.10}' }));
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('keeps what was typed when the page is left and when saving fails', async () => {
  vi.stubGlobal('fetch', answer(503, { type: 'https://userdeck.dev/problems/storage-unavailable' }));
  const { unmount } = render(drawn(big));
  press('Edit Document');
  type('{"n": 2}');
  unmount();

  render(drawn(big));
  screen.getByText('Unsaved. Kept if you leave this page.');
  press('Save document');
  await screen.findByRole('alert');

  expect(area().value).toBe('{"n": 2}');
});

it('shows what the server alone saw at its line', async () => {
  const detail = 'Line 1, column 2: half of a surrogate pair can’t be stored.';
  const problem = { type: 'https://userdeck.dev/problems/invalid', errors: [{ pointer: '/json', detail }] };
  vi.stubGlobal('fetch', answer(422, { ...problem, line: 1, column: 2 }));
  render(drawn(big));
  press('Edit Document');
  type('{"\\ud83d": 2}');

  press('Save document');

  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe(detail));
});

it('keeps mine and shows theirs after a conflict', async () => {
  vi.stubGlobal('fetch', answer(412, { type: 'https://userdeck.dev/problems/stale' }));
  const changed = vi.fn();
  const { rerender } = render(drawn(big, section, changed));
  press('Edit Document');
  type('{"n": 3}');
  press('Save document');
  await vi.waitFor(() => expect(changed).toHaveBeenCalled());

  rerender(drawn({ json: '{"theirs":true}', etag: '"8"' }, section, changed));
  screen.getByText('"theirs"');
  expect(area().value).toBe('{"n": 3}');

  const fetch = answer(204);
  vi.stubGlobal('fetch', fetch);
  press('Keep mine, replace theirs');
  press('Save document');
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
  expect(fetch.mock.calls[0]?.[1].headers).toMatchObject({ 'If-Match': '"8"' });
});

it('starts from nothing', () => {
  render(drawn({ json: null, etag: '"0"' }));

  screen.getByText('No document.', { exact: false });
  press('Add some');

  expect(area().value).toBe('{\n  \n}');
});
