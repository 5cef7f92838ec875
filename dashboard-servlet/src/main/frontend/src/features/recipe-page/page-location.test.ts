import { expect, it } from 'vitest';
import { isFiltered, narrowed, pageLink, readPageLocation, rowsPath } from './page-location';

it('adds to a route, with or without parameters of its own', () => {
  expect(rowsPath('recipes/x/roles', {})).toBe('recipes/x/roles');
  expect(rowsPath('recipes/x/roles', { q: 'a b' })).toBe('recipes/x/roles?q=a+b');
  expect(rowsPath('recipes/x/roles?kind=all', { cursor: 'c' })).toBe('recipes/x/roles?kind=all&cursor=c');
});

it('keeps the choice of the page’s own filters, and starts anew when something narrows the list', () => {
  const state = { parameter: 'state', label: { key: 's', text: 'State' }, all: { key: 'a', text: 'All' }, choices: [] };
  const location = readPageLocation(new URLSearchParams('q=a&state=failed&other=x&cursor=c'), [state]);

  expect(location).toEqual({ q: 'a', state: 'failed', cursor: 'c' });
  expect(isFiltered(location, [state])).toBe(true);
  expect(pageLink('outbox', narrowed(location, { q: 'b' }))).toBe('p/outbox?q=b&state=failed');
});

it('keeps the id of a page in its segment', () => {
  expect(pageLink('roles', { q: 'a' })).toBe('p/roles?q=a');
});
