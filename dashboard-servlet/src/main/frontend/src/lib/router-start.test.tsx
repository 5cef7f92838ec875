// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { currentLocation, useLinks, useLocation } from './router';

function Path() {
  useLinks();
  return <p>{useLocation().path}</p>;
}

it('shows where Back led before anything was drawn', async () => {
  window.history.replaceState(null, '', '/jobs');
  currentLocation();
  window.history.replaceState(null, '', '/users');

  render(<Path />);

  expect(await screen.findByText('users')).toBeTruthy();
});
