// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { Action, ChipsSection, PanelResult, SaveAction, Section, User } from '@/lib/api-types';
import { capabilities, user as one } from '@/lib/documents.test.data';
import { SessionContext, toSession } from '@/lib/session';
import { UserSection } from './user-section';

const session = toSession({
  ...capabilities,
  tenants: [
    { id: 'public', name: 'Passengers' },
    { id: 'staff', name: 'Station staff' },
  ],
});
const user: User = { ...one, name: 'Amara', tenants: ['public', 'staff'] };
const remove: Action = {
  label: { key: 'r', text: 'Remove' },
  tone: 'normal',
  method: 'DELETE',
  path: 'x/{item}',
  wholeUser: false,
};
const chips: ChipsSection = {
  id: 'q7.groups',
  recipe: 'q7',
  title: { key: 'q7.t', text: 'Groups' },
  icon: 'unheard-of',
  width: 'full',
  kind: 'chips',
  perTenant: true,
  empty: { key: 'q7.e', text: 'No groups in {tenant}.' },
  remove,
};

function draw(section: Section, result: PanelResult | undefined, onChanged = () => undefined, of = user) {
  render(
    <SessionContext.Provider value={session}>
      <UserSection section={section} result={result} user={of} onChanged={onChanged} />
    </SessionContext.Provider>,
  );
}

afterEach(cleanup);

it('says so when it does not know the kind', () => {
  // @ts-expect-error: a kind of a later version
  draw({ ...chips, kind: 'hologram' }, {});

  screen.getByRole('heading', { name: /Groups/ });
  screen.getByText('This version of the dashboard cannot draw this panel.');
});

it('shows a recipe’s failure in its own panel, and asks again', () => {
  const again = vi.fn();
  draw(chips, { error: { detail: 'The directory did not answer.' } }, again);

  screen.getByText('The directory did not answer.');
  screen.getByRole('button', { name: 'Try again' }).click();

  expect(again).toHaveBeenCalledTimes(1);
});

it.each([undefined, { data: null }, { data: { items: 'nonsense' } }])('survives nonsense: %j', (result) => {
  draw(chips, result as PanelResult | undefined);

  screen.getByText('This panel could not be loaded.');
});

it('shows the chips of one tenant, and no × on a locked one', () => {
  const items = [
    { id: 'a', label: 'admins', tenant: 'public', locked: true, reason: { key: 'l', text: 'The last admin.' } },
    { id: 'b', label: 'readers', tenant: 'public', locked: false },
    { id: 'c', label: 'station', tenant: 'staff', locked: false },
  ];
  draw(chips, { data: { items } });

  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['adminsThe last admin.', 'readers']);
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(['Remove readers']);
  screen.getByRole('combobox', { name: 'Tenant' });
});

it.each([
  [['public'], 'x/stop?tenant=public'],
  [['public', 'staff'], 'x/stop'],
])('names the only tenant of %j, and none where there are several', async (tenants, path) => {
  const fetch = vi.fn<(url: URL) => Promise<Response>>(() => Promise.resolve(new Response(null, { status: 204 })));
  vi.stubGlobal('fetch', fetch);
  const stop: Action = { ...remove, label: { key: 's', text: 'Stop' }, path: 'x/stop?tenant={tenant}' };
  const { id, recipe, title, icon, width } = chips;
  const section: Section = { id, recipe, title, icon, width, kind: 'facts', actions: [stop] };

  draw(section, { data: { rows: [] } }, undefined, { ...user, tenants });
  screen.getByRole('button', { name: 'Stop' }).click();

  await vi.waitFor(() => expect(String(fetch.mock.calls[0]?.[0])).toMatch(new RegExp(`/${path.replace('?', '[?]')}$`)));
  vi.unstubAllGlobals();
});

it('offers nothing that this operator may not do', () => {
  draw({ ...chips, remove: undefined }, { data: { items: [{ id: 'b', label: 'readers', locked: false }] } });

  expect(screen.queryByRole('button')).toBeNull();
});

it.each([
  ['since {time}', 'since 30 Nov 2026'],
  ['ada@example.org', 'ada@example.org, 30 Nov 2026'],
])('writes the time of a headline where it belongs: %s', (line, words) => {
  const { id, recipe, title, icon, width } = chips;
  const headline = {
    icon: 'mail',
    tone: 'ok',
    title: { key: 'v', text: 'Verified' },
    line,
    at: '2026-11-30T12:00:00Z',
  };

  draw({ id, recipe, title, icon, width, kind: 'facts', actions: [] }, { data: { headline, rows: [] } } as PanelResult);

  screen.getByText((_, element) => element?.textContent === words && element.tagName === 'SPAN');
});

it('tells nothing and no apart', () => {
  const { id, recipe, title, icon, width } = chips;
  const rows = [
    { label: { key: 'a', text: 'Verified' }, kind: 'flag', value: false },
    { label: { key: 'b', text: 'Invoices' }, kind: 'flag' },
    { label: { key: 'c', text: 'Uses' }, kind: 'number', value: 0 },
    { label: { key: 'd', text: 'Until' }, kind: 'date' },
  ];

  draw({ id, recipe, title, icon, width, kind: 'facts', actions: [] }, { data: { rows } } as PanelResult);

  expect(screen.getAllByRole('definition').map((value) => value.textContent)).toEqual(['No', '–', '0', '–']);
});

it('offers nothing that a row refuses, and says why', () => {
  const { id, recipe, title, icon, width } = chips;
  const column = {
    id: 'n',
    recipe,
    label: { key: 'n', text: 'Name' },
    kind: 'text',
    width: 'md',
    priority: 1,
    small: 'main',
  } as const;
  const section: Section = {
    ...{ id, recipe, title, icon, width, kind: 'table', columns: [column], actions: [], rowActions: [remove] },
  };
  const reason = { key: 'l', text: 'The last one stays.' };
  const rows = [
    { key: 'a', cells: { n: 'anchor' }, lockedActions: { 'DELETE x/{item}': reason } },
    { key: 'b', cells: { n: 'buoy' } },
  ];

  draw(section, { data: { items: rows } });

  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(['Remove: buoy']);
  screen.getByText('The last one stays.');
});

it.each([true, false])('offers what changes the whole user to who looks after all of it: %s', (mayEdit) => {
  const whole = { ...remove, label: { key: 'w', text: 'Verify' }, wholeUser: true };
  const within = { ...remove, label: { key: 'p', text: 'Greet' }, wholeUser: false };
  const save: SaveAction = {
    label: { key: 's', text: 'Save' },
    method: 'PUT',
    path: 'x',
    wholeUser: true,
    field: 'f',
    maxBytes: 9,
  };
  const chip = { id: 'b', label: 'readers', tenant: 'public', locked: false };
  const row = { key: 'r1', cells: {} };
  const seen = { ...one, mayEdit };
  const { id, recipe, title, icon, width } = chips;
  const bare = { id, recipe, title, icon, width };
  const see = (section: Section, data: PanelResult['data']) => draw(section, { data }, undefined, seen);

  see({ ...chips, remove: whole }, { items: [chip] });
  see({ ...bare, id: 'q7.b', kind: 'json', save }, { json: '{"a":1}', etag: '"1"' });
  see({ ...bare, id: 'q7.c', kind: 'facts', actions: [whole, within] }, { rows: [] });
  see({ ...bare, id: 'q7.d', kind: 'table', columns: [], actions: [], rowActions: [whole] }, { items: [row] });

  const buttons = screen
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.textContent);
  expect(buttons).toEqual(mayEdit ? ['Remove readers', 'Edit Groups', 'Verify', 'Greet', 'Verify: r1'] : ['Greet']);
});
