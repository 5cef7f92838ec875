import { FieldFrame, TextField } from '@/components/form/field';
import { Select } from '@/components/form/select';
import { defaultTenant } from '@/lib/default-tenant';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import type { FieldErrors } from '@/lib/use-submit';
import { ENDINGS, type ImportOptions } from './api/imports';
import css from './imports.module.css';
import { sizeMessage } from './size-messages';

type FileFieldProps = {
  readonly label: string;
  readonly error: string | undefined;
  readonly onChange: (file: File | undefined) => void;
};

export function FileField({ label, error, onChange }: FileFieldProps) {
  const { imports } = useSession();
  return (
    <FieldFrame label={label} help={t('import.file.help', { size: sizeMessage(imports?.maxBytes ?? 0) })} error={error}>
      {({ id, describedBy }) => (
        <input
          id={id}
          className={css.file}
          type="file"
          accept={ENDINGS.join(',')}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.currentTarget.files?.[0])}
        />
      )}
    </FieldFrame>
  );
}

type OptionFieldsProps = {
  readonly options: Partial<ImportOptions>;
  readonly errors: FieldErrors;
  readonly onChange: (options: Partial<ImportOptions>) => void;
};

/** What becomes of users who are there already, and of what the file doesn't say. */
export function OptionFields({ options, errors, onChange }: OptionFieldsProps) {
  const { tenants } = useSession();
  return (
    <>
      <FieldFrame label={t('import.mode')} help={t(`import.mode.${options.mode ?? 'create'}.help`)}>
        {({ id, describedBy }) => (
          <Select
            wide
            id={id}
            describedBy={describedBy}
            value={options.mode ?? 'create'}
            options={[
              { id: 'create', label: t('import.mode.create') },
              { id: 'upsert', label: t('import.mode.upsert') },
            ]}
            onChange={(mode) => onChange({ ...options, mode: mode === 'upsert' ? 'upsert' : 'create' })}
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
              value={options.tenant ?? defaultTenant(tenants)}
              options={tenants.map((tenant) => ({ id: tenant.id, label: tenant.name }))}
              onChange={(tenant) => onChange({ ...options, tenant })}
            />
          )}
        </FieldFrame>
      )}
      <TextField
        name="ignore"
        label={t('import.ignore')}
        help={t('import.ignore.help')}
        error={errors.ignore}
        optional
        maxLength={2000}
        value={options.ignore ?? ''}
        onChange={(ignore) => onChange({ ...options, ignore })}
      />
    </>
  );
}
