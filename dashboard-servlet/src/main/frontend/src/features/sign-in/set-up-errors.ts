import type { ApiError } from '@/lib/api-error';
import type { SetUp } from '@/lib/api-types';
import { fieldErrors, isEmail } from '@/lib/form';
import { t } from '@/lib/i18n';

const SHORTEST_PASSWORD = 15;

/** What is typed. */
export type FirstOperator = Readonly<Record<keyof SetUp, string>>;

type Errors = Partial<Record<keyof FirstOperator, string>>;

/** What is wrong with each field: what we see ourselves, else what the server said. */
export function setUpErrors(values: FirstOperator, refusal: ApiError | undefined): Errors {
  const errors: Errors = {};
  for (const name of ['token', 'name', 'email', 'password'] as const) {
    if (!values[name].trim()) errors[name] = t('field.required');
  }
  if (!errors.email && !isEmail(values.email.trim())) errors.email = t('field.email');
  const length = Array.from(values.password).length;
  if (!errors.password && length < SHORTEST_PASSWORD) {
    errors.password = t('signIn.setup.passwordShort', { count: length });
  }
  if (Object.keys(errors).length > 0 || !refusal) return errors;
  if (refusal.slug === 'setup-token-invalid') return { token: t('signIn.setup.tokenBad') };
  const { token, name, email, password } = fieldErrors(refusal);
  return Object.fromEntries(Object.entries({ token, name, email, password }).filter(([, words]) => words));
}
