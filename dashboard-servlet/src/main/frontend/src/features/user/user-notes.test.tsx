// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { SaveAction, Section } from '@/lib/api-types';
import { capabilities, user } from '@/lib/documents.test.data';
import { SessionContext, toSession } from '@/lib/session';
import { LookOnly } from './user-notes';
import { permissionsOn } from './user-permissions';

const save: SaveAction = {
  label: { key: 's', text: 'Save' },
  method: 'PUT',
  path: 'x',
  wholeUser: true,
  field: 'f',
  maxBytes: 9,
};
const whole: Section = {
  id: 'q7.doc',
  recipe: 'q7',
  title: { key: 'q7.t', text: 'Document' },
  icon: 'braces',
  width: 'full',
  kind: 'json',
  save,
};

function draw(mayEdit: boolean, permissions: readonly string[], sections: readonly Section[] = []) {
  const session = toSession({
    ...capabilities,
    operator: {
      id: 'op',
      name: 'Ines',
      preset: { id: 'support' },
      allTenants: false,
      canSignOut: true,
      readOnly: false,
    },
    permissions,
    tenants: [{ id: 'acme', name: 'Acme' }],
    sections,
  });
  const seen = { ...user, tenants: ['acme'], mayEdit };
  render(
    <SessionContext.Provider value={session}>
      <LookOnly user={seen} rights={permissionsOn(seen, session)} />
    </SessionContext.Provider>,
  );
  return screen.queryByRole('note')?.textContent;
}

afterEach(cleanup);

it('says why what changes the whole user is not there', () => {
  const elsewhere = 'This user is also in tenants that you don’t look after.';

  expect(draw(false, ['users:write', 'sessions:end'])).toBe(
    `You can change only what belongs to your tenants. ${elsewhere}`,
  );
  cleanup();
  expect(draw(false, ['users:write'])).toBe(`You can look, not change. ${elsewhere}`);
  cleanup();
  expect(draw(false, ['sessions:end'], [whole])).toBe(`You can change only what belongs to your tenants. ${elsewhere}`);
});

it('says nothing to who may change it', () => {
  expect(draw(true, ['users:write', 'sessions:end'], [whole])).toBeUndefined();
});

it('says nothing of tenants where nothing is missing for them', () => {
  expect(draw(false, ['sessions:end'])).toBeUndefined();
  cleanup();
  expect(draw(false, [])).toMatch(/^You can look, not change\. Your preset is /);
});
