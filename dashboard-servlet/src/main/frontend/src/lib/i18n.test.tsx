import { describe, expect, it } from 'vitest';
import { label, named, rich, t } from './i18n';

describe('messages', () => {
  it('take the plural form of the count', () => {
    expect(t('users.loaded', { count: 1 })).toBe('1 user on this page');
    expect(t('users.loaded', { count: 2 })).toBe('2 users on this page');
    expect(t('users.loaded', { count: 0 })).toBe('0 users on this page');
  });

  it('write numbers as the language does', () => {
    expect(t('user.sessions.endedAll', { count: 12480 })).toBe('12,480 sessions ended.');
  });

  it('end a sentence with one full stop', () => {
    expect(t('tenants.nobodyCan', { tenant: 'Acme' })).toBe('Nobody can sign in to Acme.');
    expect(t('tenants.nobodyCan', { tenant: 'Acme Inc.' })).toBe('Nobody can sign in to Acme Inc.');
  });

  it('do not read placeholders out of values', () => {
    expect(t('user.delete.title', { name: '{app}' })).toBe('Delete {app}?');
  });

  it('hold elements in the places of placeholders', () => {
    const time = <b>now</b>;

    expect(rich('user.joined', { time })).toEqual(['Joined ', time]);
  });
});

describe('labels from the server', () => {
  it('are our words where we have some', () => {
    expect(label({ key: 'status.active', text: 'On' })).toBe('Active');
  });

  it('are the server’s words otherwise, filled', () => {
    expect(label({ key: 'zq1.may', text: 'May do {count} things in {tenant}' }, { count: 7, tenant: 'Staff' })).toBe(
      'May do 7 things in Staff',
    );
  });

  it('have a form for one', () => {
    const may = { key: 'zq1.may', text: 'May do {count} things', one: 'May do {count} thing' };

    expect([0, 1, 2].map((count) => label(may, { count }))).toEqual([
      'May do 0 things',
      'May do 1 thing',
      'May do 2 things',
    ]);
    expect(label({ ...may, key: 'fact.sessions' }, { count: 1 })).toBe('session ends');
  });

  it('are not taken from the object’s own members', () => {
    expect(label({ key: 'constructor', text: 'Builder' })).toBe('Builder');
    expect(named('toString', 'words')).toBe('words');
  });
});
