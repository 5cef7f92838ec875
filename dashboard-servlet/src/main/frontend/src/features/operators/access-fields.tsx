import { FieldFrame } from '@/components/form/field';
import { Select } from '@/components/form/select';
import { TenantsChoice } from '@/components/form/tenants-choice';
import type { NewAccess, OperatorRow, PresetRow } from '@/lib/api-types';
import { named, t } from '@/lib/i18n';
import { presetName } from '@/lib/preset';
import { useQuery } from '@/lib/query';
import { type OperatorSession, useSession } from '@/lib/session';
import type { FieldErrors, Submit } from '@/lib/use-submit';
import { presetsQuery } from './api/presets';

/** What an operator is to hold. */
export type AccessDraft = { readonly preset: string; readonly all: boolean; readonly tenants: readonly string[] };

export const ACCESS_FIELDS = ['preset', 'tenants'] as const;

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
  readonly submit: Submit;
  readonly onChange: (draft: AccessDraft) => void;
};

/** What one may give, and nothing beyond it. Tenants are asked for where there is more than one. */
export function AccessFields({ draft, submit, onChange }: AccessFieldsProps) {
  const { tenants, operator } = useSession();
  const presets = useQuery(presetsQuery).data?.presets ?? [];
  const { errors } = submit;
  const change = (field: 'preset' | 'tenants', next: AccessDraft) => {
    submit.mark(field, undefined);
    onChange(next);
  };
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
            onChange={(preset) => change('preset', { ...draft, preset })}
          />
        )}
      </FieldFrame>
      {(tenants.length > 1 || !operator.allTenants) && (
        <TenantsChoice
          all={draft.all}
          picked={draft.tenants}
          error={errors.tenants}
          onChange={(tenants) => change('tenants', { ...draft, ...tenants })}
        />
      )}
    </>
  );
}

/** Of one of one's own, how many permissions it holds. */
const presetLine = ({ preset, permissions }: PresetRow) =>
  named(`preset.line.${preset.id}`, t('presets.holds', { count: permissions.length }));
