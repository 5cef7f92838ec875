// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { UsersChoice } from './users-choice';

const show = (users: { number: number; exact: boolean }, onlyHere: { number: number; exact: boolean }) =>
  render(
    <UsersChoice
      facts={{ users, onlyHere, sessions: { number: 0, exact: true } }}
      tenants={[]}
      value={undefined}
      onChange={() => undefined}
    />,
  );

it('says how many are only here, and claims no number where not all were counted', () => {
  const { unmount } = show({ number: 3, exact: true }, { number: 1, exact: true });
  expect(screen.getByText('What becomes of its 3 users?')).toBeTruthy();
  expect(screen.getByText(/Deleted with everything of theirs: 1\. .*: 2\./)).toBeTruthy();
  unmount();

  show({ number: 100_000, exact: false }, { number: 100_000, exact: false });
  expect(screen.getByText('What becomes of its 100,000+ users?')).toBeTruthy();
  expect(screen.getByText(/goes with everything of theirs: 100,000\+\./)).toBeTruthy();
});
