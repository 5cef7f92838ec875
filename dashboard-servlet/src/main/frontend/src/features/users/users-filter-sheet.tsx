import { type RefObject, useRef } from 'preact/compat';
import { FilterSheet } from '@/components/filter-sheet';
import { FieldFrame } from '@/components/form/field';
import { t } from '@/lib/i18n';
import type { OperatorSession } from '@/lib/session';
import { AddFilter } from './add-filter';
import { FilterChips } from './filter-chips';
import type { FilterField } from './filter-fields';
import { OrderSelect, TenantSelect } from './query-selects';
import type { UsersLocation } from './users-location';

type UsersFilterSheetProps = {
  readonly session: OperatorSession;
  readonly fields: readonly FilterField[];
  readonly location: UsersLocation;
};

export function UsersFilterSheet({ session, fields, location }: UsersFilterSheetProps) {
  const chips = useRef<HTMLFieldSetElement>(null);
  return (
    <FilterSheet
      count={Object.keys(location.filters).length + (location.tenant ? 1 : 0)}
      done={t('users.filters.show')}
    >
      {session.tenants.length > 1 && (
        <FieldFrame label={t('users.tenant')}>
          {({ id }) => <TenantSelect id={id} session={session} location={location} />}
        </FieldFrame>
      )}
      <FieldFrame label={t('users.order')}>{({ id }) => <OrderSelect id={id} location={location} />}</FieldFrame>
      <FilterChips fields={fields} location={location} group={chips} onGone={() => focusAdd(chips)} inside />
      <div>
        <AddFilter fields={fields} location={location} />
      </div>
    </FilterSheet>
  );
}

function focusAdd(chips: RefObject<HTMLElement>): void {
  chips.current?.closest('dialog')?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
}
