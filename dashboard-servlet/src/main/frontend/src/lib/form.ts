import type { ApiError } from '@/lib/api-error';

/** The refusals of a problem by the field's name, the first part of the pointer. */
export function fieldErrors(error: ApiError | undefined): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { pointer, detail } of error?.fieldErrors ?? []) {
    const name = pointer.split('/')[1]?.replaceAll('~1', '/').replaceAll('~0', '~');
    if (name && !(name in found)) found[name] = detail;
  }
  return found;
}

/** The refusals of a problem by their whole pointer, its parts joined by dots: `email`, `recipes.roles.names`. */
export function pathErrors(error: ApiError | undefined): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { pointer, detail } of error?.fieldErrors ?? []) {
    const path = pointer.split('/').slice(1).join('.').replaceAll('~1', '/').replaceAll('~0', '~');
    if (path && !(path in found)) found[path] = detail;
  }
  return found;
}

/** A rough check that spares a round trip; the server decides. */
export function isEmail(value: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(value);
}

/** The box of a form in which something is typed that isn't taken yet; focus goes there. */
export function focusUnfinished(form: HTMLElement | null): boolean {
  const box = form?.querySelector<HTMLElement>('[data-unfinished="true"]');
  box?.focus();
  return Boolean(box);
}

/** A control that holds more than it takes: nothing is cut silently, and nothing of it is sent. */
export const TOO_LONG = '[data-too-long="true"]';
