import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/compat';
import { focus } from '@/lib/focus-guard';
import { navigate } from '@/lib/router';
import type { FilterField } from './filter-fields';
import css from './users.module.css';
import { filtered, type UsersLocation, usersLink } from './users-location';

export type FiltersProps = { readonly fields: readonly FilterField[]; readonly location: UsersLocation };

/** Goes to the list with this filter set anew, or without it. */
export function putFilter(location: UsersLocation, param: string, value: string | undefined, replace = false): void {
  navigate(usersLink(filtered(location, param, value)), { replace });
}

/** Puts a filter as often as something in its editor is ticked: all of that is one step back. */
export function usePut(location: UsersLocation, open: boolean) {
  const put = useRef(false);

  useEffect(() => {
    put.current = false;
  }, [open]);

  return (param: string, value: string) => {
    putFilter(location, param, value, put.current);
    put.current = true;
  };
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
