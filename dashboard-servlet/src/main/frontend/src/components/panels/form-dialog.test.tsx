// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { ApiError } from '@/lib/api-error';
import type { Action, Field } from '@/lib/api-types';
import { capabilities } from '@/lib/documents.test.data';
import { SessionContext, toSession } from '@/lib/session';
import { FormDialog } from './form-dialog';

const name: Field = { name: 'name', label: { key: 'n', text: 'Name' }, kind: 'text', required: true, maxLength: 50 };
const action: Action = {
  label: { key: 'c', text: 'Add plan' },
  tone: 'primary',
  method: 'POST',
  path: 'recipes/q7/plans',
  form: [name],
  wholeUser: false,
};

afterEach(cleanup);

it.each([
  ['beside the field', { errors: [{ pointer: '/name', code: 'taken', detail: 'There is one.' }] }],
  ['above the form', { detail: 'There is one.' }],
])('links to the row in the way, %s', async (_, more) => {
  HTMLDialogElement.prototype.showModal ??= () => undefined;
  const refused = new ApiError('plan-taken', 409, { ...more, row: 'gold' }, 'POST recipes/q7/plans');
  render(
    <SessionContext.Provider value={toSession(capabilities)}>
      <FormDialog
        action={action}
        fields={[name]}
        rowHref={(key) => `p/plans/${key}`}
        onSubmit={() => Promise.reject(refused)}
        onClose={() => undefined}
      />
    </SessionContext.Provider>,
  );
  fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Gold' } });
  await screen.findByDisplayValue('Gold');
  fireEvent.submit(screen.getByLabelText<HTMLInputElement>('Name').form ?? document.body);

  const link = await screen.findByRole('link', { name: 'Open Gold', hidden: true });
  expect(link.getAttribute('href')).toBe('p/plans/gold');
});
