// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { VNode } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { groupsOf } from '@/components/permissions';
import type { Capabilities, OperatorRow } from '@/lib/api-types';
import { capabilities } from '@/lib/documents.test.data';
import { clearQueries } from '@/lib/query';
import { SessionContext, toSession } from '@/lib/session';
import { InviteOperator } from './invite-operator';
import { OperatorActs } from './operator-acts';

type Answer = { readonly status: number; readonly body?: object };

const asked: { path: string; body: unknown }[] = [];
const answers: Record<string, Answer> = {};

const preset = (id: string, mayGive: boolean) => ({ preset: { id }, permissions: [], mayGive, mayChange: false });

const tom: OperatorRow = {
  id: 'tom',
  email: 'tom@example.org',
  name: 'Tom',
  status: 'active',
  preset: { id: 'support' },
  allTenants: true,
  tenants: [],
  createdAt: '2026-11-21T09:00:00Z',
  lastOwner: false,
  secondFactor: false,
  mayChange: true,
};

beforeEach(() => {
  asked.length = 0;
  HTMLDialogElement.prototype.showModal ??= () => undefined;
  answers['operator-presets'] = {
    status: 200,
    body: { presets: [preset('viewer', true), preset('owner', false)], permissions: [] },
  };
  vi.stubGlobal('fetch', (url: URL, { body }: RequestInit) => {
    const path = url.pathname.replace(/^.*\/api\//, '');
    if (body) asked.push({ path, body: JSON.parse(String(body)) });
    const answer = answers[path] ?? { status: 204 };
    return Promise.resolve(new Response(answer.body ? JSON.stringify(answer.body) : null, { status: answer.status }));
  });
});

afterEach(() => {
  cleanup();
  clearQueries();
  vi.unstubAllGlobals();
});

function draw(view: VNode, more: Partial<Capabilities> = {}) {
  const session = toSession({ ...capabilities, permissions: ['operators:read', 'operators:write'], ...more });
  return render(<SessionContext.Provider value={session}>{view}</SessionContext.Provider>);
}

const nothing = () => undefined;

async function invite() {
  fireEvent.input(screen.getByLabelText('Email'), { target: { value: ' tom@example.org ' } });
  const viewer = await screen.findByRole<HTMLOptionElement>('option', { name: 'Viewer' });
  viewer.selected = true;
  fireEvent(screen.getByLabelText('Preset'), new Event('change', { bubbles: true }));
  await screen.findByText('Sees users and what belongs to them.');
  fireEvent.click(screen.getByRole('button', { name: 'Invite' }));
}

it('offers what one may give, and shows once the link that was not mailed', async () => {
  answers.operators = {
    status: 201,
    body: { operator: tom, link: { sent: false, link: 'invite#secret', expiresAt: '2027-01-01T09:00:00Z' } },
  };
  draw(<InviteOperator onClose={nothing} />);

  await invite();

  const link = await screen.findByLabelText<HTMLInputElement>('Link to hand over');
  expect(link.value).toMatch(/^http.*\/invite#secret$/);
  expect(screen.queryByText(/The mail to/)).toBeNull();
  expect(asked).toEqual([
    { path: 'operators', body: { email: 'tom@example.org', preset: 'viewer', allTenants: true, tenants: [] } },
  ]);
});

it('says where the mail goes, and shows no link then', async () => {
  answers.operators = {
    status: 201,
    body: { operator: tom, link: { sent: true, to: 'tom@example.org', expiresAt: '2027-01-01T09:00:00Z' } },
  };
  draw(<InviteOperator onClose={nothing} />);

  await invite();

  expect(await screen.findByText(/The mail to tom@example.org waits to be sent/)).toBeDefined();
  expect(screen.queryByLabelText('Link to hand over')).toBeNull();
});

it('offers an operator of some tenants these alone', async () => {
  draw(<InviteOperator onClose={nothing} />, {
    operator: { ...capabilities.operator, allTenants: false },
    tenants: [
      { id: 'a', name: 'Acme' },
      { id: 'b', name: 'Bolt' },
    ],
  });

  await screen.findByRole('option', { name: 'Viewer' });
  expect(screen.queryByRole('option', { name: 'Owner' })).toBeNull();
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.getAllByRole('checkbox')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'Invite' }));
  expect(await screen.findByText('Choose at least one tenant.')).toBeDefined();
  expect(asked).toEqual([]);
});

it('offers nothing that would be refused, and says why', () => {
  const { rerender } = draw(
    <OperatorActs operator={{ ...tom, lastOwner: true }} onAction={nothing} onDone={nothing} />,
  );
  expect(screen.getByText('The last owner can’t be lowered, disabled or deleted.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Change access' })).toBeNull();
  rerender(<p />);

  draw(<OperatorActs operator={{ ...tom, mayChange: false }} onAction={nothing} onDone={nothing} />);
  expect(screen.getByText(/may do more than you/)).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

it('groups permissions by what they are about', () => {
  expect(groupsOf(['users:read', 'audit:read', 'users:write'])).toEqual([
    { resource: 'users', names: ['users:read', 'users:write'] },
    { resource: 'audit', names: ['audit:read'] },
  ]);
});
