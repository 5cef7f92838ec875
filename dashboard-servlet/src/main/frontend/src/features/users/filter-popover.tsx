import type { ComponentChildren, RefObject } from 'preact';
import { focus } from '@/lib/focus-guard';
import { navigate } from '@/lib/router';
import type { FilterField } from './filter-fields';
import css from './users.module.css';
import { filtered, type UsersLocation, usersLink } from './users-location';

export type FiltersProps = { readonly fields: readonly FilterField[]; readonly location: UsersLocation };

/** Goes to the list with this filter set anew, or without it. */
export function putFilter(location: UsersLocation, param: string, value: string | undefined): void {
  navigate(usersLink(filtered(location, param, value)));
}

export function Titled({ field, children }: { readonly field: FilterField; readonly children: ComponentChildren }) {
  return (
    <>
      <p className={css.title}>{field.label}</p>
      {children}
    </>
  );
}

export function focusFirst(box: RefObject<HTMLDivElement>): void {
  const first = box.current?.querySelector<HTMLElement>('input, button') ?? box.current;
  if (first) focus(first);
}
