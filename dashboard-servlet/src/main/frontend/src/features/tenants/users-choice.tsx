import { useId } from 'preact/compat';
import field from '@/components/form/field.module.css';
import { Select } from '@/components/form/select';
import type { Tenant, TenantDeletion } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import type { Choice } from './api/tenants';
import { countLabel } from './sign-in-methods';

/** What becomes of the users of a tenant that goes. */
export type UsersFate = Choice;

type UsersChoiceProps = {
  readonly facts: TenantDeletion;
  /** Where they can move to. */
  readonly tenants: readonly Tenant[];
  readonly value: UsersFate | undefined;
  readonly onChange: (fate: UsersFate) => void;
};

export function UsersChoice({ facts, tenants, value, onChange }: UsersChoiceProps) {
  const name = useId();
  const { number: count, exact } = facts.users;
  return (
    <fieldset className={text.stack}>
      <legend className={field.legend}>
        {t(exact ? 'tenants.delete.choice' : 'tenants.delete.choice.atLeast', { count })}
      </legend>
      <div>
        <label className={field.option}>
          <input
            type="radio"
            className={cx(field.check, field.radio)}
            name={name}
            checked={value?.users === 'move'}
            onChange={() => onChange({ users: 'move', to: '' })}
          />
          <span>{t('tenants.delete.move')}</span>
        </label>
        {value?.users === 'move' && (
          <div>
            <Select
              wide
              label={t('tenants.delete.moveTo')}
              placeholder={t('tenants.choose')}
              value={value.to}
              options={tenants.map((tenant) => ({ id: tenant.id, label: tenant.name }))}
              onChange={(to) => onChange({ users: 'move', to })}
            />
          </div>
        )}
      </div>
      <div>
        <label className={field.option}>
          <input
            type="radio"
            className={cx(field.check, field.radio)}
            name={name}
            checked={value?.users === 'delete'}
            onChange={() => onChange({ users: 'delete' })}
          />
          <span>{t('tenants.delete.too')}</span>
        </label>
        <p className={cx(text.sm, text.faint)}>{whoGoes(facts)}</p>
      </div>
    </fieldset>
  );
}

/** Who is in other tenants too stays there; how many these are is known where all were counted. */
function whoGoes({ users, onlyHere }: TenantDeletion): string {
  if (!users.exact) return t('tenants.delete.too.atLeast', { users: countLabel(onlyHere) });
  const others = users.number - onlyHere.number;
  return others > 0
    ? t('tenants.delete.too.some', { users: countLabel(onlyHere), others })
    : t('tenants.delete.too.all');
}
