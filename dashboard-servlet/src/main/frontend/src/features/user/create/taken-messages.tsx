import type { ComponentChildren } from 'preact';
import type { ApiError } from '@/lib/api-error';
import { t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import type { OperatorSession } from '@/lib/session';

/** The refusal of a taken email or phone, with a way to who has it, for those who may see that user. */
export function takenMessage(
  words: string,
  field: 'email' | 'phone',
  failure: ApiError,
  session: Pick<OperatorSession, 'can'>,
): ComponentChildren {
  const taken = failure.fieldErrors.some(({ pointer, code }) => pointer === `/${field}` && code === `${field}-taken`);
  const existing = taken && session.can('users:read') ? existingIn(failure) : undefined;
  if (!existing) return words;
  return (
    <>
      {words}{' '}
      <a href={linkTo(['users', existing.id])}>
        {existing.name ? t('create.openNamed', { name: existing.name }) : t('create.open')}
      </a>
    </>
  );
}

function existingIn({ problem: { existing } }: ApiError): { readonly id: string; readonly name?: string } | undefined {
  if (typeof existing !== 'object' || existing === null || !('id' in existing)) return undefined;
  if (typeof existing.id !== 'string') return undefined;
  const name = 'name' in existing && typeof existing.name === 'string' ? existing.name : undefined;
  return { id: existing.id, name };
}
