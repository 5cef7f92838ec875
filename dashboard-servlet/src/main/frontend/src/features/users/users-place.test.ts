import { expect, it } from 'vitest';
import { changed, readUsersPlace, usersLink } from './users-place';

const read = (query: string) => readUsersPlace(new URLSearchParams(query));

it('reads the plain list as the newest 50', () => {
  expect(read('')).toEqual({ sort: '-joined', size: 50, tenant: undefined, cursor: undefined });
});

it('leaves out what it does not understand', () => {
  expect(read('sort=shoe-size&size=7')).toMatchObject({ sort: '-joined', size: 50 });
});

it('gives the plain list a plain address', () => {
  expect(usersLink(read(''))).toBe('users');
});

it('goes there and back', () => {
  const place = read('sort=joined&size=100&tenant=staff&cursor=a%2Bb%3D');

  expect(place.cursor).toBe('a+b=');
  expect(read(usersLink(place).split('?')[1] ?? '')).toEqual(place);
});

it('starts at the first page when the list becomes another', () => {
  const place = read('cursor=abc&size=10');

  expect(usersLink(changed(place, { sort: 'joined' }))).toBe('users?sort=joined&size=10');
  expect(usersLink({ ...place, cursor: 'def' })).toBe('users?size=10&cursor=def');
});
