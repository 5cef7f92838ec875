import { FieldFrame, TextField } from '@/components/form/field';
import { Select } from '@/components/form/select';
import { defaultTenant } from '@/lib/default-tenant';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import type { FieldErrors } from '@/lib/use-submit';
import { ENDINGS, type ImportChoice } from './api/imports';
import css from './imports.module.css';
import { sizeMessage } from './size-messages';

type ImportFormProps = {
  readonly choice: Partial<ImportChoice>;
  readonly errors: FieldErrors;
  readonly busy: boolean;
  readonly onChange: (choice: Partial<ImportChoice>) => void;
};

/** Which file, and what becomes of users who are there already. */
export function ImportForm({ choice, errors, busy, onChange }: ImportFormProps) {
  const { tenants, imports } = useSession();
  return (
    <fieldset className={css.form} disabled={busy}>
      <legend className={css.legend}>{t('import.file.title')}</legend>
      <FieldFrame
        label={t('import.file')}
        help={t('import.file.help', { size: sizeMessage(imports?.maxBytes ?? 0) })}
        error={errors.file}
      >
        {({ id, describedBy }) => (
          <input
            id={id}
            className={css.file}
            type="file"
            accept={ENDINGS.join(',')}
            aria-invalid={errors.file ? true : undefined}
            aria-describedby={describedBy}
            onChange={(event) => onChange({ ...choice, file: event.currentTarget.files?.[0] })}
          />
        )}
      </FieldFrame>
      <FieldFrame label={t('import.mode')} help={t(`import.mode.${choice.mode ?? 'create'}.help`)}>
        {({ id, describedBy }) => (
          <Select
            wide
            id={id}
            describedBy={describedBy}
            value={choice.mode ?? 'create'}
            options={[
              { id: 'create', label: t('import.mode.create') },
              { id: 'upsert', label: t('import.mode.upsert') },
            ]}
            onChange={(mode) => onChange({ ...choice, mode: mode === 'upsert' ? 'upsert' : 'create' })}
          />
        )}
      </FieldFrame>
      {tenants.length > 1 && (
        <FieldFrame label={t('import.tenant')} help={t('import.tenant.help')} error={errors.tenant}>
          {({ id, describedBy }) => (
            <Select
              wide
              id={id}
              describedBy={describedBy}
              invalid={errors.tenant !== undefined}
              placeholder={t('tenants.choose')}
              value={choice.tenant ?? defaultTenant(tenants)}
              options={tenants.map((tenant) => ({ id: tenant.id, label: tenant.name }))}
              onChange={(tenant) => onChange({ ...choice, tenant })}
            />
          )}
        </FieldFrame>
      )}
      <TextField
        name="ignore"
        label={t('import.ignore')}
        help={t('import.ignore.help')}
        optional
        maxLength={2000}
        value={choice.ignore ?? ''}
        onChange={(ignore) => onChange({ ...choice, ignore })}
      />
    </fieldset>
  );
}
