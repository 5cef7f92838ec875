import { useRef, useState } from 'preact/compat';
import { TextField } from '@/components/form/field';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import type { Tenant } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { invalidate } from '@/lib/query';
import { refreshSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { renameTenant } from './api/tenants';

type RenameTenantProps = { readonly tenant: Tenant; readonly onClose: () => void };

export function RenameTenant({ tenant, onClose }: RenameTenantProps) {
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['name']);
  const [name, setName] = useState(tenant.name);

  const rename = () =>
    submit.run(name.trim() ? {} : { name: t('field.required') }, async () => {
      await renameTenant(tenant.id, name.trim());
      toast(t('tenants.renamed', { tenant: name.trim() }));
      refreshSession();
      invalidate('tenants');
      onClose();
    });

  return (
    <SubmitDialog
      title={t('tenants.rename.title', { tenant: tenant.name })}
      form={form}
      submit={submit}
      button={t('tenants.rename')}
      dirty={name !== tenant.name}
      onSubmit={() => void rename()}
      onClose={onClose}
    >
      <TextField
        name="name"
        label={t('tenants.name')}
        maxLength={255}
        value={name}
        error={submit.errors.name}
        onChange={setName}
      />
    </SubmitDialog>
  );
}
