import type { Count, TenantRow } from '@/lib/api-types';
import { formatNumber } from '@/lib/format';
import { t } from '@/lib/i18n';

export type SignInMethod = TenantRow['methods'][number];

type InWords = { readonly id: SignInMethod; readonly name: string; readonly line: string };

/** The ways to sign in that a tenant can switch, in words. */
export const signInMethods = (): readonly InWords[] => [
  { id: 'password', name: t('tenants.way.password'), line: t('tenants.way.password.line') },
  { id: 'passwordless', name: t('tenants.way.passwordless'), line: t('tenants.way.passwordless.line') },
  { id: 'external', name: t('tenants.way.external'), line: t('tenants.way.external.line') },
];

/** "489", or "20,000+" where counting stopped. */
export const countLabel = ({ number, exact }: Count) =>
  exact ? formatNumber(number) : t('tenants.atLeast', { count: number });
