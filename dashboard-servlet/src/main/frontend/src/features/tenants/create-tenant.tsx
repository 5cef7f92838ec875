import { useRef, useState } from 'preact/compat';
import { TextField } from '@/components/form/field';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { invalidate } from '@/lib/query';
import { navigate } from '@/lib/router';
import { refreshSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { createTenant } from './api/tenants';
import { idFrom, isTenantId } from './tenant-id';
import { tenantsLink } from './tenants-location';

/** The id follows the name until it is typed itself. */
export function CreateTenant({ onClose }: { readonly onClose: () => void }) {
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['name', 'id']);
  const [name, setName] = useState('');
  const [typedId, setTypedId] = useState<string>();
  const id = typedId ?? idFrom(name);

  const check = () => ({
    ...(name.trim() ? {} : { name: t('field.required') }),
    ...(isTenantId(id.trim()) ? {} : { id: t('tenants.id.form') }),
  });
  const create = () =>
    submit.run(check(), async () => {
      const tenant = await createTenant(id.trim(), name.trim());
      toast(t('tenants.created', { tenant: tenant.name }));
      refreshSession();
      invalidate('tenants');
      onClose();
      navigate(tenantsLink({}, tenant.id));
    });

  return (
    <SubmitDialog
      title={t('tenants.create')}
      form={form}
      submit={submit}
      button={t('tenants.create')}
      dirty={name !== '' || typedId !== undefined}
      onSubmit={() => void create()}
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
      <TextField
        name="id"
        label={t('tenants.id')}
        help={t('tenants.id.help')}
        mono
        value={id}
        error={submit.errors.id}
        onChange={setTypedId}
      />
    </SubmitDialog>
  );
}
