import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/compat';
import { Select } from '@/components/form/select';
import layout from '@/components/layout.module.css';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import type { OperatorSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { AddFilter } from './add-filter';
import { FilterChips, focusLastChip } from './filter-chips';
import { filterFields } from './filter-fields';
import { changed, SORTS, type UsersLocation, usersLink } from './users-location';
import { UsersSearch } from './users-search';

type QueryBarProps = {
  readonly session: OperatorSession;
  readonly location: UsersLocation;
  readonly children: ComponentChildren;
};

/** Search, filters and what else narrows or orders the list. */
export function QueryBar({ session, location, children }: QueryBarProps) {
  const fields = filterFields(session);
  const input = useRef<HTMLInputElement>(null);
  const chips = useRef<HTMLFieldSetElement>(null);
  return (
    <>
      <div className={layout.bar}>
        <UsersSearch location={location} input={input} onBackspace={() => focusLastChip(chips)} />
        <AddFilter fields={fields} location={location} />
        <TenantSelect session={session} location={location} />
        <span className={text.onlySmall}>
          <Select
            label={t('users.order')}
            value={location.sort}
            options={SORTS.map((sort) => ({ id: sort, label: t(`users.order.${sort}`) }))}
            onChange={(sort) =>
              navigate(usersLink(changed(location, { sort: SORTS.find((known) => known === sort) ?? location.sort })))
            }
          />
        </span>
        <span className={cx(text.push, text.noSmall)}>{children}</span>
      </div>
      <FilterChips fields={fields} location={location} group={chips} onGone={() => input.current?.focus()} />
    </>
  );
}

function TenantSelect({ session, location }: { readonly session: OperatorSession; readonly location: UsersLocation }) {
  if (session.tenants.length < 2) return null;
  const all = { id: '', label: t('users.allTenants') };
  return (
    <Select
      label={t('users.tenant')}
      value={location.tenant ?? ''}
      options={[all, ...session.tenants.map((tenant) => ({ id: tenant.id, label: tenant.name }))]}
      onChange={(tenant) => navigate(usersLink(changed(location, { tenant: tenant || undefined })))}
    />
  );
}

export function TenantBar(props: { readonly session: OperatorSession; readonly location: UsersLocation }) {
  return (
    <div className={layout.bar}>
      <TenantSelect {...props} />
    </div>
  );
}
