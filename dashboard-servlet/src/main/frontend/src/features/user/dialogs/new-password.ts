import type { PasswordRules } from '@/lib/api-types';
import { t } from '@/lib/i18n';

/** What can be seen without asking the server, or nothing. A character is a code point, as the server counts. */
export function checkPassword(password: string, rules: PasswordRules | null | undefined): string | undefined {
  const count = Array.from(password).length;
  if (count === 0) return t('field.required');
  if (rules && count < rules.min) return t('password.short', { count, min: rules.min });
  return rules?.max && count > rules.max ? t('password.long', { count, max: rules.max }) : undefined;
}
