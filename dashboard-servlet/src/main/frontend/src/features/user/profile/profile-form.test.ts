import { describe, expect, it } from 'vitest';
import { ApiError } from '@/lib/api-error';
import type { Method, User } from '@/lib/api-types';
import { user as someone } from '@/lib/documents.test.data';
import { checkProfile, currentIn, differences, mergeDraft, type Profile, patchOf, startDraft } from './profile-form';

const user: User = {
  ...someone,
  name: 'Amara',
  email: 'amara@example.com',
  phone: '+447700900128',
  version: 3,
};
const typed = (values: Partial<Profile>) => {
  const draft = startDraft(user);
  return { ...draft, values: { ...draft.values, ...values } };
};

it('sends the changed fields alone, and clears with null', () => {
  expect(patchOf(typed({ name: ' ', email: ' a@b.c ' }))).toEqual({ name: null, email: 'a@b.c' });
});

it('asks for an email or a phone', () => {
  expect(checkProfile(typed({ email: '', phone: ' ' }))).toEqual({ email: 'A user needs an email or a phone.' });
  expect(checkProfile(typed({ email: '' }))).toEqual({});
});

it('asks for neither where the host has a login for the user', () => {
  const login: Method = {
    id: 'm1',
    kind: 'external',
    createdAt: '2026-11-21T09:00:00Z',
    primary: true,
    removable: false,
  };

  expect(checkProfile(typed({ email: '', phone: '' }), [login])).toEqual({});
});

describe('somebody else saved meanwhile', () => {
  it('is no matter when they did not change the profile', () => {
    expect(differences(typed({ name: 'A.' }), { ...user, version: 4 })).toEqual([]);
  });

  it('is no matter when both wrote the same', () => {
    expect(differences(typed({ name: 'A.' }), { ...user, name: 'A.', version: 4 })).toEqual([]);
  });

  it('keeps both changes of different fields', () => {
    const draft = typed({ name: '' });
    const now = { ...user, phone: '+447700900555', version: 4 };

    expect(differences(draft, now)).toEqual([
      { field: 'name', base: 'Amara', theirs: undefined, mine: '' },
      { field: 'phone', base: '+447700900128', theirs: '+447700900555', mine: undefined },
    ]);
    const merged = mergeDraft(draft, now);
    expect(merged.version).toBe(4);
    expect(patchOf(merged)).toEqual({ name: null });
  });

  it('takes the chosen side of a field that both changed', () => {
    const draft = typed({ name: 'A.' });
    const now = { ...user, name: 'Amara O.', version: 4 };

    expect(patchOf(mergeDraft(draft, now, { name: 'mine' }))).toEqual({ name: 'A.' });
    expect(patchOf(mergeDraft(draft, now, { name: 'theirs' }))).toEqual({});
  });
});

it('reads what is saved now from a refusal because of it, and from no other answer', () => {
  expect(currentIn(new ApiError('stale', 412, { current: user }, 'x'))).toMatchObject({ version: 3, name: 'Amara' });
  expect(currentIn(new ApiError('stale', 412, { current: { version: 'x' } }, 'x'))).toBeUndefined();
  expect(currentIn(new ApiError('invalid', 422, { current: user }, 'x'))).toBeUndefined();
});
