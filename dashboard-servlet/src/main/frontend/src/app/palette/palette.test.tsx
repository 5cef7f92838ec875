// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Action, PageShape } from '@/lib/api-types';
import { capabilities } from '@/lib/documents.test.data';
import { clearQueries } from '@/lib/query';
import { forgetRecents, remember } from '@/lib/recent';
import { currentLocation, navigate } from '@/lib/router';
import { SessionContext, toSession } from '@/lib/session';
import { Palette } from './palette';

const create: Action = {
  label: { key: 'q7.add', text: 'Add badge' },
  method: 'POST',
  path: 'recipes/q7/badges',
  tone: 'primary',
  wholeUser: false,
};
const badges: PageShape = {
  id: 'badges',
  recipe: 'q7',
  title: { key: 'q7.badges', text: 'Badges' },
  icon: 'shield',
  kind: 'table',
  columns: [],
  data: 'recipes/q7/badges',
  filters: [],
  empty: { title: { key: 'q7.none', text: 'No badges' }, text: { key: 'q7.noneText', text: 'Add one' } },
  create,
  actions: [],
  rowActions: [],
};
const ALL = ['users:read', 'users:create', 'users:export', 'users:import', 'users:write', 'tenants:read', 'audit:read'];

let asked: string[];
let answer: (q: string) => unknown;
const onClose = vi.fn();

beforeEach(() => {
  navigate('./', { replace: true });
  asked = [];
  answer = () => ({ items: [] });
  onClose.mockClear();
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  vi.stubGlobal('fetch', (url: URL) => {
    asked.push(url.pathname + url.search);
    return Promise.resolve(new Response(JSON.stringify(answer(url.searchParams.get('q') ?? ''))));
  });
});

afterEach(() => {
  cleanup();
  clearQueries();
  forgetRecents();
  vi.unstubAllGlobals();
});

function open(permissions: readonly string[] = ALL) {
  const session = toSession({ ...capabilities, permissions, pages: permissions === ALL ? [badges] : [] });
  render(
    <SessionContext.Provider value={session}>
      <Palette location={currentLocation()} onClose={onClose} />
    </SessionContext.Provider>,
  );
  return screen.getByRole('combobox');
}

function wordsOf(option: Element): string {
  const copy = option.cloneNode(true) as Element;
  for (const drawn of copy.querySelectorAll('[aria-hidden]')) drawn.remove();
  return copy.textContent?.trim() ?? '';
}
const shown = () => screen.queryAllByRole('option').map(wordsOf);
const active = () => wordsOf(screen.getByRole('option', { selected: true }));
const type = (box: HTMLElement, value: string) => fireEvent.input(box, { target: { value } });
const key = (box: HTMLElement, name: string, more = {}) => fireEvent.keyDown(box, { key: name, ...more });

it('offers all that there is while nothing is typed, recipes’ too, and asks for nobody', () => {
  remember({ id: 'u1', label: 'Amara Okafor', href: 'users/u1' });

  open();

  expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual([
    'Recent',
    'Go to',
    'Actions',
  ]);
  expect(shown()).toEqual([
    'Amara Okafor',
    'Users',
    'Overview',
    'Badges',
    'Tenants',
    'Audit log',
    'Jobs',
    'My account',
    'Create user Users',
    'Add badge Badges',
    'Import Users',
    'Export all users as CSV Users',
    'Export all users as JSON Lines Users',
  ]);
  expect(asked).toEqual([]);
});

it('offers nothing that would be refused', async () => {
  const box = open(['audit:read']);

  expect(shown()).toEqual(['Audit log', 'My account']);
  type(box, 'amara');
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Nothing here is called “amara”'));
  expect(asked).toEqual([]);
});

it('walks the list with the arrows, around its ends, and names the active option', () => {
  const box = open();

  expect(active()).toBe('Users');
  key(box, 'ArrowUp');
  expect(active()).toBe('Export all users as JSON Lines Users');
  key(box, 'ArrowDown');
  key(box, 'ArrowDown');
  expect(active()).toBe('Overview');
  expect(box.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
  expect(box.getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
});

it('opens a page or an action that fits at once, without waiting for users', () => {
  const box = open();

  type(box, 'add ba');
  expect(shown()[0]).toBe('Add badge Badges');
  key(box, 'Enter');

  expect(onClose).toHaveBeenCalled();
  expect(location.href).toMatch(/p\/badges#do-create$/);
});

it('finds users behind what fits, and Enter before they are there opens the first', async () => {
  answer = () => ({ items: [{ id: 'u7', name: 'Amara Okafor', email: 'amara@example.org' }] });
  const box = open();

  type(box, 'ama');
  key(box, 'Enter');
  expect(onClose).not.toHaveBeenCalled();

  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked).toEqual(['/api/users?q=ama&size=10']);
  expect(location.href).toMatch(/users\/u7$/);
});

it('marks what was typed, and leads to all who match', async () => {
  answer = () => ({ items: [{ id: 'u7', name: 'Amara Okafor', email: 'amara@example.org' }] });
  const box = open();

  type(box, 'ama');
  await waitFor(() => expect(shown()).toEqual(['Amara Okafor amara@example.org', 'All users that match “ama”']));

  const [first] = screen.getAllByRole('option');
  expect(first && within(first).getAllByText('Ama')[0]?.tagName).toBe('MARK');
  expect(screen.getByRole('status').textContent).toBe('2 results');
  key(box, 'ArrowDown');
  key(box, 'Enter');
  expect(location.href).toMatch(/users\?q=ama$/);
});

it('opens a new tab with Ctrl, and stays', () => {
  const tab = vi.fn();
  vi.stubGlobal('open', tab);
  const box = open();

  type(box, 'aud');
  key(box, 'Enter', { ctrlKey: true });

  expect(String(tab.mock.calls[0]?.[0])).toMatch(/\/audit$/);
  expect(onClose).not.toHaveBeenCalled();
});

it('looks for actions alone behind >', () => {
  const box = open();

  type(box, '>');
  expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual(['Actions']);
  type(box, '> csv');
  expect(shown()).toEqual(['Export all users as CSV Users']);
  expect(asked).toEqual([]);
});

it('does nothing while a word is put together by an input method', () => {
  const box = open();

  key(box, 'Enter', { isComposing: true });

  expect(onClose).not.toHaveBeenCalled();
});
