import { describe, expect, it } from 'vitest';
import { linkTo, locate, mountOf } from './router';

describe('mount', () => {
  it.each([
    ['https://app.example/', 'https://app.example/'],
    ['https://app.example/internal/users/', 'https://app.example/internal/users/'],
    ['https://app.example/proxy/a/b/users', 'https://app.example/proxy/a/b/'],
  ])('of base %s is %s', (base, mount) => {
    expect(mountOf(base).href).toBe(mount);
  });
});

describe('locate', () => {
  const mount = new URL('https://app.example/internal/users/');

  it.each([
    ['https://app.example/internal/users/', ''],
    ['https://app.example/internal/users', ''],
    ['https://app.example/internal/users/users', 'users'],
    ['https://app.example/internal/users/users/42/', 'users/42'],
    ['https://app.example/internal/users/p/roles', 'p/roles'],
  ])('finds %s at "%s"', (href, path) => {
    expect(locate(href, mount)?.path).toBe(path);
  });

  it.each([
    'https://app.example/internal/usersother',
    'https://app.example/login',
    'https://elsewhere.example/internal/users/users',
  ])('leaves %s to the browser', (href) => {
    expect(locate(href, mount)).toBeUndefined();
  });

  it('reads query and fragment', () => {
    const place = locate('https://app.example/internal/users/users?size=10#sessions', mount);

    expect(place?.query.get('size')).toBe('10');
    expect(place?.hash).toBe('sessions');
  });
});

describe('linkTo', () => {
  it('is relative and leaves out what has no value', () => {
    expect(linkTo(['users'], { sort: undefined, tenant: '', size: 10 })).toBe('users?size=10');
  });

  it('keeps an id in its segment', () => {
    expect(linkTo(['users', '../../a?b#c'])).toBe('users/..%2F..%2Fa%3Fb%23c');
  });
});
