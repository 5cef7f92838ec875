import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/compat';
import layout from '@/components/layout.module.css';
import { Select } from '@/components/select';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import type { OperatorSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { AddFilter } from './add-filter';
import { FilterChips, focusLastChip } from './filter-chips';
import { filterFields } from './filter-fields';
import { changed, SORTS, type UsersPlace, usersLink } from './users-place';
import { UsersSearch } from './users-search';

type QueryBarProps = {
  readonly session: OperatorSession;
  readonly place: UsersPlace;
  readonly children: ComponentChildren;
};

/** Search, filters and what else narrows or orders the list. */
export function QueryBar({ session, place, children }: QueryBarProps) {
  const fields = filterFields(session);
  const input = useRef<HTMLInputElement>(null);
  const chips = useRef<HTMLFieldSetElement>(null);
  return (
    <>
      <div className={layout.bar}>
        <UsersSearch place={place} input={input} onBackspace={() => focusLastChip(chips)} />
        <AddFilter fields={fields} place={place} />
        <TenantSelect session={session} place={place} />
        <span className={text.onlySmall}>
          <Select
            label={t('users.order')}
            value={place.sort}
            options={SORTS.map((sort) => ({ id: sort, label: t(`users.order.${sort}`) }))}
            onChange={(sort) =>
              navigate(usersLink(changed(place, { sort: SORTS.find((known) => known === sort) ?? place.sort })))
            }
          />
        </span>
        <span className={cx(text.push, text.noSmall)}>{children}</span>
      </div>
      <FilterChips fields={fields} place={place} group={chips} onGone={() => input.current?.focus()} />
    </>
  );
}

function TenantSelect({ session, place }: { readonly session: OperatorSession; readonly place: UsersPlace }) {
  if (session.tenants.length < 2) return null;
  const all = { id: '', label: t('users.allTenants') };
  return (
    <Select
      label={t('users.tenant')}
      value={place.tenant ?? ''}
      options={[all, ...session.tenants.map((tenant) => ({ id: tenant.id, label: tenant.name }))]}
      onChange={(tenant) => navigate(usersLink(changed(place, { tenant: tenant || undefined })))}
    />
  );
}

export function TenantBar(props: { readonly session: OperatorSession; readonly place: UsersPlace }) {
  return (
    <div className={layout.bar}>
      <TenantSelect {...props} />
    </div>
  );
}
