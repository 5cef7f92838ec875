import { checkForm, emptyForm, type FormValues, formBody, isFilled } from '@/lib/action';
import type { Capabilities, CreateFields, NewUserBody, PasswordRules } from '@/lib/api-types';
import { isEmail } from '@/lib/form';
import { t } from '@/lib/i18n';
import type { FieldErrors } from '@/lib/use-submit';
import { checkPassword } from '../dialogs/new-password';

/** How the new user will sign in. */
export const KINDS = ['password', 'email', 'phone'] as const;
export type Kind = (typeof KINDS)[number];

type Rules = PasswordRules | null | undefined;

export type CreateDraft = {
  readonly tenant: string;
  readonly kind: Kind;
  readonly email: string;
  readonly phone: string;
  readonly name: string;
  readonly first: 'invite' | 'set';
  readonly password: string;
  readonly recipes: Readonly<Record<string, FormValues>>;
};

/** Whether the new user can choose a password by a link. */
export const invites = (rules: Rules) => Boolean(rules?.invitationHours);

export function startCreating(recipes: readonly CreateFields[], tenant: string, rules: Rules): CreateDraft {
  return {
    tenant,
    kind: 'password',
    email: '',
    phone: '',
    name: '',
    first: invites(rules) ? 'invite' : 'set',
    password: '',
    recipes: Object.fromEntries(recipes.map(({ recipe, fields }) => [recipe, emptyForm(fields)])),
  };
}

const setsPassword = ({ kind, first }: CreateDraft) => kind === 'password' && first === 'set';

export function checkCreation(
  draft: CreateDraft,
  recipes: readonly CreateFields[],
  rules: Rules,
  tenants: Capabilities['tenants'],
): FieldErrors {
  const bad = setsPassword(draft) ? checkPassword(draft.password, rules) : undefined;
  const contact = draft.kind === 'phone' ? 'phone' : 'email';
  const value = draft[contact].trim();
  const ofRecipes = recipes.flatMap(({ recipe, fields }) =>
    Object.entries(checkForm(fields, draft.recipes[recipe] ?? {})).map(([name, words]) => [
      `recipes.${recipe}.${name}`,
      words,
    ]),
  );
  const known = tenants.length < 2 || tenants.some(({ id }) => id === draft.tenant);
  return {
    ...(known ? {} : { tenant: t('tenants.choose.missing') }),
    ...(value ? {} : { [contact]: t('field.required') }),
    ...(value && contact === 'email' && !isEmail(value) ? { email: t('field.email') } : {}),
    ...(bad ? { password: bad } : {}),
    ...Object.fromEntries(ofRecipes),
  };
}

/** What to send: nothing of the fields that are not shown. */
export function newUserOf(draft: CreateDraft, recipes: readonly CreateFields[]): NewUserBody {
  const { kind, tenant } = draft;
  const filled = recipes.map(({ recipe, fields }) => [recipe, formBody(fields, draft.recipes[recipe] ?? {})]);
  return {
    tenant: tenant || undefined,
    method: kind === 'password' ? 'password' : 'passwordless',
    name: draft.name.trim() || undefined,
    email: kind === 'phone' ? undefined : draft.email.trim(),
    phone: kind === 'phone' ? draft.phone.trim() : undefined,
    ...(kind === 'password' ? (setsPassword(draft) ? { password: draft.password } : { invite: true }) : {}),
    ...(recipes.length > 0 ? { recipes: Object.fromEntries(filled) } : {}),
  };
}

export function isTyped(draft: CreateDraft): boolean {
  const own = [draft.email, draft.phone, draft.name, draft.password].some((value) => value !== '');
  return own || Object.values(draft.recipes).some((values) => Object.values(values).some(isFilled));
}
