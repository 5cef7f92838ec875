import { type RefObject, useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { FieldFrame } from '@/components/form/field';
import { Dialog } from '@/components/overlay/dialog';
import { t } from '@/lib/i18n';
import type { OperatorSession } from '@/lib/session';
import { AddFilter } from './add-filter';
import { FilterChips } from './filter-chips';
import type { FilterField } from './filter-fields';
import { OrderSelect, TenantSelect } from './query-selects';
import type { UsersLocation } from './users-location';

type FilterSheetProps = {
  readonly session: OperatorSession;
  readonly fields: readonly FilterField[];
  readonly location: UsersLocation;
};

/** On small screens, all that narrows and orders the list, behind one button that says how much of it is set. */
export function FilterSheet({ session, fields, location }: FilterSheetProps) {
  const [open, setOpen] = useState(false);
  const chips = useRef<HTMLFieldSetElement>(null);
  const count = Object.keys(location.filters).length + (location.tenant ? 1 : 0);
  return (
    <>
      <Button icon="filter" popup="dialog" expanded={open} onClick={() => setOpen(true)}>
        {count > 0 ? t('users.filters.count', { count }) : t('users.filters')}
      </Button>
      {open && (
        <Dialog
          title={t('users.filters')}
          onClose={() => setOpen(false)}
          onSubmit={() => setOpen(false)}
          foot={
            <Button type="submit" tone="primary">
              {t('users.filters.done')}
            </Button>
          }
        >
          <Fields session={session} location={location} />
          <FilterChips fields={fields} location={location} group={chips} onGone={() => focusAdd(chips)} inside />
          <div>
            <AddFilter fields={fields} location={location} />
          </div>
        </Dialog>
      )}
    </>
  );
}

function Fields({ session, location }: Pick<FilterSheetProps, 'session' | 'location'>) {
  return (
    <>
      {session.tenants.length > 1 && (
        <FieldFrame label={t('users.tenant')}>
          {({ id }) => <TenantSelect id={id} session={session} location={location} />}
        </FieldFrame>
      )}
      <FieldFrame label={t('users.order')}>{({ id }) => <OrderSelect id={id} location={location} />}</FieldFrame>
    </>
  );
}

function focusAdd(chips: RefObject<HTMLElement>): void {
  chips.current?.closest('dialog')?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
}
