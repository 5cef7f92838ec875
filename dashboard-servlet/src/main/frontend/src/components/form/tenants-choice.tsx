import { useId, useState } from 'preact/compat';
import field from '@/components/form/field.module.css';
import { OptionBox } from '@/components/form/option-box';
import { Icon } from '@/components/icon';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';

/** All tenants, or some by their ids. */
export type TenantsDraft = { readonly all: boolean; readonly tenants: readonly string[] };

/** As many can be looked over without a search. */
const FEW = 8;

type TenantsChoiceProps = {
  readonly all: boolean;
  readonly picked: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (draft: TenantsDraft) => void;
};

/** Where somebody, or something, may work; who looks after some tenants can't give all. */
export function TenantsChoice({ all, picked, error, onChange }: TenantsChoiceProps) {
  const { operator } = useSession();
  const name = useId();
  return (
    <fieldset className={text.stack} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={field.legend}>{t('tenants.title')}</legend>
      {operator.allTenants && (
        <div>
          {[true, false].map((each) => (
            <div key={String(each)}>
              <label className={field.option}>
                <input
                  type="radio"
                  className={cx(field.check, field.radio)}
                  name={name}
                  checked={all === each}
                  aria-invalid={(error !== undefined && !each) || undefined}
                  onChange={() => onChange({ all: each, tenants: picked })}
                />
                {each ? t('operators.tenants.all') : t('operators.tenants.some')}
              </label>
            </div>
          ))}
        </div>
      )}
      {!all && <SomeTenants picked={picked} onChange={(tenants) => onChange({ all, tenants })} />}
      {error && (
        <p className={field.error} id={`${name}-error`}>
          <Icon name="error" />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}

type SomeTenantsProps = {
  readonly picked: readonly string[];
  readonly onChange: (tenants: readonly string[]) => void;
};

function SomeTenants({ picked, onChange }: SomeTenantsProps) {
  const { tenants } = useSession();
  const [query, setQuery] = useState('');
  const words = query.trim().toLocaleLowerCase();
  const found = tenants.filter(({ id, name }) => `${name} ${id}`.toLocaleLowerCase().includes(words));
  const turn = (id: string) => onChange(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);
  return (
    <div>
      <OptionBox
        search={tenants.length > FEW ? { label: t('tenants.search'), query, onQuery: setQuery } : undefined}
        name="tenants"
        many
        picked={new Set(picked)}
        found={{
          items: found.map(({ id, name }) => ({ id, label: name, hint: id })),
          more: false,
          settled: true,
          failed: false,
        }}
        words={{ none: t('page.noMatch.title'), failed: '' }}
        onPick={({ id }) => turn(id)}
      />
    </div>
  );
}
