import { expect, it } from 'vitest';
import { usersQuery } from './api/get-users';
import { nextSort } from './users-columns';
import { changed, filtered, isNarrowed, readUsersLocation, usersLink } from './users-location';

const read = (query: string) => readUsersLocation(new URLSearchParams(query));

it('reads the plain list as the newest 50', () => {
  expect(read('')).toEqual({
    sort: '-joined',
    size: 50,
    tenant: undefined,
    cursor: undefined,
    q: undefined,
    filters: {},
  });
});

it('leaves out what it does not understand', () => {
  expect(read('sort=shoe-size&size=7&colour=red&status=')).toMatchObject({ sort: '-joined', size: 50, filters: {} });
});

it('gives the plain list a plain address', () => {
  expect(usersLink(read(''))).toBe('users');
});

it('goes there and back', () => {
  const location = read(
    'q=ada%20%25&status=active%2Cinvited&f.strangers.kind=a%2CB&sort=joined&size=100&tenant=staff&cursor=a%2Bb%3D',
  );

  expect(location.cursor).toBe('a+b=');
  expect(location.q).toBe('ada %');
  expect(location.filters).toEqual({ status: 'active,invited', 'f.strangers.kind': 'a,B' });
  expect(read(usersLink(location).split('?')[1] ?? '')).toEqual(location);
});

it('asks for a list as the page does that the address of that list opens', () => {
  const location = changed(read('status=active&f.strangers.kind=a&sort=joined&size=100&tenant=staff'), { q: 'ada é' });

  expect(usersQuery(read(usersLink(location).split('?')[1] ?? '')).key).toBe(usersQuery(location).key);
});

it('starts at the first page when the list becomes another', () => {
  const location = read('cursor=abc&size=10');

  expect(usersLink(changed(location, { sort: 'joined' }))).toBe('users?sort=joined&size=10');
  expect(usersLink(filtered(location, 'status', 'active'))).toBe('users?status=active&size=10');
  expect(usersLink({ ...location, cursor: 'def' })).toBe('users?size=10&cursor=def');
});

it('drops a filter that has no value left', () => {
  const location = read('status=active&joined=2026-01-01..');

  expect(filtered(location, 'status', undefined).filters).toEqual({ joined: '2026-01-01..' });
  expect(isNarrowed(filtered(filtered(location, 'status', ''), 'joined', ''))).toBe(false);
});

it('sorts times from the latest and words from A, and turns round what is sorted by', () => {
  expect(nextSort('-joined', 'joined')).toBe('joined');
  expect(nextSort('joined', 'joined')).toBe('-joined');
  expect(nextSort('-joined', 'lastSeen')).toBe('-lastSeen');
  expect(nextSort('-joined', 'name')).toBe('name');
  expect(nextSort('name', 'name')).toBe('-name');
});
