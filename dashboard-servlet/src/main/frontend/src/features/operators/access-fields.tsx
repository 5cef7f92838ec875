import { useId, useState } from 'preact/compat';
import { FieldFrame } from '@/components/form/field';
import field from '@/components/form/field.module.css';
import { OptionBox } from '@/components/form/option-box';
import { Select } from '@/components/form/select';
import { Icon } from '@/components/icon';
import type { NewAccess, OperatorRow, PresetRow, Tenant } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { named, t } from '@/lib/i18n';
import { presetName } from '@/lib/preset';
import { useQuery } from '@/lib/query';
import { type OperatorSession, useSession } from '@/lib/session';
import type { FieldErrors } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { presetsQuery } from './api/presets';

/** What an operator is to hold. */
export type AccessDraft = { readonly preset: string; readonly all: boolean; readonly tenants: readonly string[] };

export const ACCESS_FIELDS = ['preset', 'tenants'] as const;

/** As many can be looked over without a search. */
const FEW = 8;

/** Nothing chosen yet; who looks after one tenant can choose no other. */
export function newAccess({ operator, tenants }: OperatorSession): AccessDraft {
  return {
    preset: '',
    all: operator.allTenants,
    tenants: !operator.allTenants && tenants.length === 1 ? tenants.map(({ id }) => id) : [],
  };
}

export const accessOf = ({ preset, allTenants, tenants }: OperatorRow): AccessDraft => ({
  preset: preset.id,
  all: allTenants,
  tenants,
});

export const accessBody = ({ preset, all, tenants }: AccessDraft): NewAccess => ({
  preset,
  allTenants: all,
  tenants: all ? [] : tenants,
});

/** What can be seen without asking the server. */
export function checkAccess({ preset, all, tenants }: AccessDraft): FieldErrors {
  return {
    ...(preset ? {} : { preset: t('operators.preset.missing') }),
    ...(all || tenants.length > 0 ? {} : { tenants: t('operators.tenants.missing') }),
  };
}

type AccessFieldsProps = {
  readonly draft: AccessDraft;
  readonly errors: FieldErrors;
  readonly onChange: (draft: AccessDraft) => void;
};

/** What one may give, and nothing beyond it. Tenants are asked for where there is more than one. */
export function AccessFields({ draft, errors, onChange }: AccessFieldsProps) {
  const { tenants, operator } = useSession();
  const presets = useQuery(presetsQuery).data?.presets ?? [];
  const chosen = presets.find(({ preset }) => preset.id === draft.preset);
  return (
    <>
      <FieldFrame label={t('operators.column.preset')} help={chosen && presetLine(chosen)} error={errors.preset}>
        {({ id, describedBy }) => (
          <Select
            wide
            id={id}
            describedBy={describedBy}
            invalid={errors.preset !== undefined}
            placeholder={t('operators.preset.choose')}
            value={draft.preset}
            options={presets
              .filter(({ mayGive, preset }) => mayGive || preset.id === draft.preset)
              .map(({ preset }) => ({ id: preset.id, label: presetName(preset) }))}
            onChange={(preset) => onChange({ ...draft, preset })}
          />
        )}
      </FieldFrame>
      {(tenants.length > 1 || !operator.allTenants) && (
        <TenantsField draft={draft} error={errors.tenants} tenants={tenants} onChange={onChange} />
      )}
    </>
  );
}

/** Of one of one's own, how many permissions it holds. */
const presetLine = ({ preset, permissions }: PresetRow) =>
  named(`preset.line.${preset.id}`, t('presets.holds', { count: permissions.length }));

type TenantsFieldProps = {
  readonly draft: AccessDraft;
  readonly error: string | undefined;
  readonly tenants: readonly Tenant[];
  readonly onChange: (draft: AccessDraft) => void;
};

function TenantsField({ draft, error, tenants, onChange }: TenantsFieldProps) {
  const { operator } = useSession();
  const name = useId();
  return (
    <fieldset className={text.stack} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={field.legend}>{t('tenants.title')}</legend>
      {operator.allTenants && (
        <div>
          {[true, false].map((all) => (
            <label key={String(all)} className={field.option}>
              <input
                type="radio"
                className={cx(field.check, field.radio)}
                name={name}
                checked={draft.all === all}
                aria-invalid={(error !== undefined && !all) || undefined}
                onChange={() => onChange({ ...draft, all })}
              />
              {all ? t('operators.tenants.all') : t('operators.tenants.some')}
            </label>
          ))}
        </div>
      )}
      {!draft.all && <SomeTenants draft={draft} tenants={tenants} onChange={onChange} />}
      {error && (
        <p className={field.error} id={`${name}-error`}>
          <Icon name="error" />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}

function SomeTenants({ draft, tenants, onChange }: Omit<TenantsFieldProps, 'error'>) {
  const [query, setQuery] = useState('');
  const picked = new Set(draft.tenants);
  const words = query.trim().toLocaleLowerCase();
  const found = tenants.filter(({ id, name }) => `${name} ${id}`.toLocaleLowerCase().includes(words));
  const turn = (id: string) =>
    onChange({
      ...draft,
      tenants: picked.has(id) ? draft.tenants.filter((other) => other !== id) : [...draft.tenants, id],
    });
  return (
    <div>
      <OptionBox
        search={tenants.length > FEW ? { label: t('tenants.search'), query, onQuery: setQuery } : undefined}
        name="tenants"
        many
        picked={picked}
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
