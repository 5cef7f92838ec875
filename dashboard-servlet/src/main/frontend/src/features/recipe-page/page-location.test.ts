import { expect, it } from 'vitest';
import { pageLink, rowsPath } from './page-location';

it('adds to a route, with or without parameters of its own', () => {
  expect(rowsPath('recipes/x/roles', {})).toBe('recipes/x/roles');
  expect(rowsPath('recipes/x/roles', { q: 'a b' })).toBe('recipes/x/roles?q=a+b');
  expect(rowsPath('recipes/x/roles?kind=all', { cursor: 'c' })).toBe('recipes/x/roles?kind=all&cursor=c');
});

it('keeps the id of a page in its segment', () => {
  expect(pageLink('roles', { q: 'a' })).toBe('p/roles?q=a');
});
