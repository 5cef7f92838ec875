import type { ComponentChildren } from 'preact';
import type { FormValues } from '@/lib/action';
import type { ApiError } from '@/lib/api-error';
import type { Field } from '@/lib/api-types';
import { t } from '@/lib/i18n';

export type ConflictingRow = { readonly name?: string; readonly href: string };

/** The row that a refusal says is in the way, called as it was typed in the first field, if something was. */
export function conflictingRow(
  error: ApiError | undefined,
  rowHref: ((key: string) => string) | undefined,
  fields: readonly Field[] = [],
  values: FormValues = {},
): ConflictingRow | undefined {
  const key = error?.extra('row');
  if (!key || !rowHref) return undefined;
  const typed = fields[0]?.kind === 'text' ? values[fields[0].name] : undefined;
  return { name: typeof typed === 'string' ? typed.trim() : undefined, href: rowHref(key) };
}

/**
 * A refusal, and the link to the row in the way. What is to close then closes after the link was followed, so that it takes
 * its own entry of the history away and not the link's.
 */
export function withLink(
  words: string | undefined,
  row: ConflictingRow | undefined,
  onFollow?: () => void,
): ComponentChildren {
  if (!words || !row) return words;
  return (
    <>
      {words}{' '}
      <a href={row.href} onClick={() => onFollow && setTimeout(onFollow)}>
        {row.name ? t('preview.openRow', { name: row.name }) : t('preview.openOther')}
      </a>
    </>
  );
}
