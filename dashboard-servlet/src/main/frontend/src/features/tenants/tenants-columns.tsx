import { ChipLine } from '@/components/chip';
import type { TableColumn } from '@/components/table/data-table';
import table from '@/components/table/table.module.css';
import type { TenantRow } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import { countLabel, signInMethods } from './sign-in-methods';
import { type TenantsLocation, tenantsLink } from './tenants-location';

export function tenantsColumns(location: TenantsLocation): readonly TableColumn<TenantRow>[] {
  return [
    {
      id: 'tenant',
      label: t('tenants.column.tenant'),
      small: 'main',
      cell: ({ id, name }) => (
        <>
          <a className={table.name} href={tenantsLink(location, id)} title={name}>
            {name}
          </a>
          <span className={cx(table.line, text.mono)}>{id}</span>
        </>
      ),
    },
    {
      id: 'ways',
      label: t('tenants.ways'),
      small: 'line',
      cell: ({ methods }) => <Ways methods={methods} />,
    },
    {
      id: 'users',
      label: t('users.title'),
      width: 'sm',
      kind: 'num',
      small: 'end',
      cell: ({ users }) => countLabel(users),
    },
  ];
}

function Ways({ methods }: { readonly methods: readonly string[] }) {
  const on = signInMethods().filter(({ id }) => methods.includes(id));
  if (on.length === 0) return <span className={text.faint}>{t('tenants.nobody')}</span>;
  return <ChipLine items={on.map(({ name }) => ({ label: name }))} most={2} />;
}
