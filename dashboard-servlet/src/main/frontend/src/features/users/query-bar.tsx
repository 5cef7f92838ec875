import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/compat';
import layout from '@/components/layout.module.css';
import { cx } from '@/lib/cx';
import type { OperatorSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { AddFilter } from './add-filter';
import { FilterChips, focusLastChip } from './filter-chips';
import { filterFields } from './filter-fields';
import { TenantSelect } from './query-selects';
import { UsersFilterSheet } from './users-filter-sheet';
import type { UsersLocation } from './users-location';
import { UsersSearch } from './users-search';

type QueryBarProps = {
  readonly session: OperatorSession;
  readonly location: UsersLocation;
  readonly children: ComponentChildren;
};

/** Search, filters and what else narrows or orders the list; on small screens all but the search in a sheet. */
export function QueryBar({ session, location, children }: QueryBarProps) {
  const fields = filterFields(session);
  const input = useRef<HTMLInputElement>(null);
  const chips = useRef<HTMLFieldSetElement>(null);
  return (
    <>
      <div className={layout.bar}>
        <UsersSearch location={location} input={input} onBackspace={() => focusLastChip(chips)} />
        <span className={text.onlySmall}>
          <UsersFilterSheet session={session} fields={fields} location={location} />
        </span>
        <span className={cx(text.row, text.noSmall)}>
          <AddFilter fields={fields} location={location} />
          <TenantSelect session={session} location={location} />
        </span>
        <span className={cx(text.push, text.noSmall)}>{children}</span>
      </div>
      <FilterChips fields={fields} location={location} group={chips} onGone={() => input.current?.focus()} />
    </>
  );
}

export function TenantBar(props: { readonly session: OperatorSession; readonly location: UsersLocation }) {
  return (
    <div className={layout.bar}>
      <TenantSelect {...props} />
    </div>
  );
}
