import { Status, type Tone } from '@/components/status';
import { TenantsCell } from '@/components/table/tenants-cell';
import type { OperatorRow } from '@/lib/api-types';
import { named, t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

/** What people call an operator: the name, or else the email. */
export const operatorName = ({ name, email }: OperatorRow) => name ?? email;

const tones: Readonly<Record<OperatorRow['status'], Tone>> = { active: 'ok', invited: 'warn', disabled: 'none' };

export function OperatorStatus({ status }: { readonly status: OperatorRow['status'] }) {
  return <Status tone={tones[status]}>{named(`status.${status}`, status)}</Status>;
}

/** All, some, or none any more: then this operator is kept out. */
export function OperatorTenants({ operator }: { readonly operator: OperatorRow }) {
  if (operator.allTenants) return t('operators.allTenants');
  if (operator.tenants.length === 0) return <span className={text.faint}>{t('operators.noTenants')}</span>;
  return <TenantsCell ids={operator.tenants} />;
}
