import type { ApiError } from '@/lib/api-error';
import type { ProfileBody, User } from '@/lib/api-types';
import { isEmail } from '@/lib/form';
import { t } from '@/lib/i18n';
import type { FieldErrors } from '@/lib/use-submit';

export const PROFILE_FIELDS = ['name', 'externalId', 'email', 'phone'] as const;

export type ProfileField = (typeof PROFILE_FIELDS)[number];
export type Profile = Readonly<Record<ProfileField, string>>;

/** What is typed, and what it was made from. */
export type ProfileDraft = { readonly base: Profile; readonly version: number; readonly values: Profile };

type HasProfile = Readonly<Partial<Record<ProfileField, string | undefined>>> & { readonly version: number };

/** A field that somebody changed: what it was, theirs if they changed it, and mine if I did. */
export type Difference = {
  readonly field: ProfileField;
  readonly base: string;
  readonly theirs?: string;
  readonly mine?: string;
};

export type Choices = Readonly<Partial<Record<ProfileField, 'theirs' | 'mine'>>>;

export function profileOf(user: HasProfile): Profile {
  return {
    name: user.name ?? '',
    externalId: user.externalId ?? '',
    email: user.email ?? '',
    phone: user.phone ?? '',
  };
}

export function startDraft(user: User): ProfileDraft {
  const base = profileOf(user);
  return { base, version: user.version, values: base };
}

export function isChanged({ base, values }: ProfileDraft, field: ProfileField): boolean {
  return values[field].trim() !== base[field];
}

/** Whether anything is typed that differs from what was there. */
export const isTyped = (draft: ProfileDraft) => PROFILE_FIELDS.some((field) => isChanged(draft, field));

/** What to send: the changed fields alone, cleared ones as null. */
export function patchOf(draft: ProfileDraft): ProfileBody {
  const fields = PROFILE_FIELDS.filter((field) => isChanged(draft, field));
  return Object.fromEntries(fields.map((field) => [field, draft.values[field].trim() || null]));
}

/** Who signs in by a login of the host's needs neither email nor phone. */
export function checkProfile({ values }: ProfileDraft, methods: User['methods'] = []): FieldErrors {
  const email = values.email.trim();
  const reached = email || values.phone.trim() || methods.some(({ kind }) => kind === 'external');
  if (!reached) return { email: t('user.needsContact') };
  return email && !isEmail(email) ? { email: t('field.email') } : {};
}

/** What both sides did since the draft was begun. Nothing unless they changed a field to something else than I did. */
export function differences(draft: ProfileDraft, now: HasProfile): readonly Difference[] {
  const current = profileOf(now);
  const found = PROFILE_FIELDS.flatMap((field): readonly Difference[] => {
    const base = draft.base[field];
    const theirs = current[field] === base ? undefined : current[field];
    const mine = isChanged(draft, field) ? draft.values[field].trim() : undefined;
    return theirs === mine ? [] : [{ field, base, theirs, mine }];
  });
  return found.some(({ theirs }) => theirs !== undefined) ? found : [];
}

export const clashes = ({ theirs, mine }: Difference) => theirs !== undefined && mine !== undefined;

/** The draft on top of what is saved now: theirs where only they changed something, the chosen one where both did. */
export function mergeDraft(draft: ProfileDraft, now: HasProfile, choices: Choices = {}): ProfileDraft {
  const base = profileOf(now);
  const kept = (field: ProfileField) => isChanged(draft, field) && choices[field] !== 'theirs';
  const value = (field: ProfileField) => (kept(field) ? draft.values[field] : base[field]);
  return {
    base,
    version: now.version,
    values: { name: value('name'), externalId: value('externalId'), email: value('email'), phone: value('phone') },
  };
}

/** What is saved now, from a refusal because of it. */
export function currentIn(error: ApiError): HasProfile | undefined {
  const { current } = error.problem;
  return error.status === 412 && isProfile(current) ? current : undefined;
}

function isProfile(value: unknown): value is HasProfile {
  if (typeof value !== 'object' || value === null || !('version' in value)) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    typeof value.version === 'number' &&
    PROFILE_FIELDS.every((field) => ['string', 'undefined'].includes(typeof (fields.get(field) ?? undefined)))
  );
}
