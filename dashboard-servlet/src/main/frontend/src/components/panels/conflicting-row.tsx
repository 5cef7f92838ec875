import type { ComponentChildren } from 'preact';
import type { FormValues } from '@/lib/action';
import type { ApiError } from '@/lib/api-error';
import type { Field } from '@/lib/api-types';
import { t } from '@/lib/i18n';

export type ConflictingRow = { readonly name: string; readonly href: string };

/** The row that a refusal says is there already, called as it was typed in the first field. */
export function conflictingRow(
  error: ApiError,
  fields: readonly Field[],
  values: FormValues,
  rowHref: ((key: string) => string) | undefined,
): ConflictingRow | undefined {
  const key = error.extra('row');
  const typed = fields[0] && values[fields[0].name];
  if (!key || !rowHref || typeof typed !== 'string') return undefined;
  return { name: typed.trim(), href: rowHref(key) };
}

/**
 * A refusal, and at the first field the link to the row in the way. What is to close then closes after the link was
 * followed, so that it takes its own entry of the history away and not the link's.
 */
export function withLink(
  error: string | undefined,
  row: ConflictingRow | undefined,
  first: boolean,
  onFollow?: () => void,
): ComponentChildren {
  if (!error || !row || !first) return error;
  return (
    <>
      {error}{' '}
      <a href={row.href} onClick={() => onFollow && setTimeout(onFollow)}>
        {t('preview.openRow', { name: row.name })}
      </a>
    </>
  );
}
