import { methodName } from '@/components/table/methods-cell';
import type { Method } from '@/lib/api-types';
import { shorten } from '@/lib/format';
import { t } from '@/lib/i18n';

/** Which method is meant, as a user may have two of a kind: "Password (ada@example.org)". */
export function methodLabel(method: Method): string {
  const value = method.email ?? method.phone ?? (method.subject && shorten(method.subject, 4, 4));
  return value ? t('user.method.named', { method: methodName(method), value }) : methodName(method);
}
