import type { Count } from '@/lib/api-types';
import { formatNumber } from '@/lib/format';
import { t } from '@/lib/i18n';

/** The ways to sign in that a tenant can switch, in words. */
export const signInMethods = () => [
  { id: 'password', name: t('tenants.way.password'), line: t('tenants.way.password.line') },
  { id: 'passwordless', name: t('tenants.way.passwordless'), line: t('tenants.way.passwordless.line') },
  { id: 'external', name: t('tenants.way.external'), line: t('tenants.way.external.line') },
];

/** "489", or "20,000+" where counting stopped. */
export const countLabel = ({ number, exact }: Count) =>
  exact ? formatNumber(number) : t('tenants.atLeast', { count: number });
