import { Select } from '@/components/form/select';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import type { OperatorSession } from '@/lib/session';
import { changed, SORTS, type UsersLocation, usersLink } from './users-location';

type SelectProps = {
  readonly location: UsersLocation;
  /** Of a field with a label of its own. */
  readonly id?: string;
};

/** Whose users; nothing where there is one tenant. */
export function TenantSelect({ session, location, id }: SelectProps & { readonly session: OperatorSession }) {
  if (session.tenants.length < 2) return null;
  const all = { id: '', label: t('users.allTenants') };
  return (
    <Select
      id={id}
      wide={id !== undefined}
      label={id === undefined ? t('users.tenant') : undefined}
      value={location.tenant ?? ''}
      options={[all, ...session.tenants.map((tenant) => ({ id: tenant.id, label: tenant.name }))]}
      onChange={(tenant) => navigate(usersLink(changed(location, { tenant: tenant || undefined })))}
    />
  );
}

export function OrderSelect({ location, id }: SelectProps) {
  return (
    <Select
      id={id}
      wide
      value={location.sort}
      options={SORTS.map((sort) => ({ id: sort, label: t(`users.order.${sort}`) }))}
      onChange={(sort) =>
        navigate(usersLink(changed(location, { sort: SORTS.find((known) => known === sort) ?? location.sort })))
      }
    />
  );
}
