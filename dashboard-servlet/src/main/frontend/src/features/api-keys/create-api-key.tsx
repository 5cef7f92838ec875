import { useRef, useState } from 'preact/compat';
import { TextField } from '@/components/form/field';
import { PermissionChoice } from '@/components/form/permission-choice';
import { TenantsChoice, type TenantsDraft } from '@/components/form/tenants-choice';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import type { IssuedKey } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { createApiKey } from './api/api-keys';
import { DEFAULT_LIFETIME, LifetimeChoice } from './lifetime-choice';

type CreateApiKeyProps = {
  readonly givable: readonly string[];
  readonly onCreated: (issued: IssuedKey) => void;
  readonly onClose: () => void;
};

export function CreateApiKey({ givable, onCreated, onClose }: CreateApiKeyProps) {
  const { operator } = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['name', 'permissions', 'tenants', 'lifetime']);
  const [name, setName] = useState('');
  const [permissions, setPermissions] = useState<readonly string[]>([]);
  const [where, setWhere] = useState<TenantsDraft>({ all: operator.allTenants, tenants: [] });
  const [lifetime, setLifetime] = useState(DEFAULT_LIFETIME);

  const check = () => ({
    ...(name.trim() ? {} : { name: t('field.required') }),
    ...(permissions.length > 0 ? {} : { permissions: t('apiKeys.permissions.missing') }),
    ...(where.all || where.tenants.length > 0 ? {} : { tenants: t('operators.tenants.missing') }),
  });
  const create = () =>
    submit.run(check(), async () => {
      const key = { name: name.trim(), permissions, lifetime };
      onCreated(await createApiKey(where.all ? key : { ...key, tenants: where.tenants }));
    });

  return (
    <SubmitDialog
      title={t('apiKeys.create')}
      form={form}
      submit={submit}
      button={t('apiKeys.create')}
      dirty={name !== '' || permissions.length > 0}
      large
      onSubmit={() => void create()}
      onClose={onClose}
    >
      <TextField
        name="name"
        label={t('apiKeys.name')}
        help={t('apiKeys.name.help')}
        maxLength={80}
        value={name}
        error={submit.errors.name}
        onChange={setName}
      />
      <PermissionChoice
        label={t('apiKeys.permissions')}
        offered={givable}
        held={permissions}
        error={submit.errors.permissions}
        onChange={setPermissions}
      />
      <TenantsChoice
        all={where.all}
        picked={where.tenants}
        error={submit.errors.tenants}
        onChange={(draft) => {
          submit.mark('tenants', undefined);
          setWhere(draft);
        }}
      />
      <LifetimeChoice value={lifetime} error={submit.errors.lifetime} onChange={setLifetime} />
    </SubmitDialog>
  );
}
