import type { Method, UserRecord } from '@/lib/api-types';
import { formatNumber } from '@/lib/format';
import { t } from '@/lib/i18n';

/** The dialog that is open on the user's page. */
export type OpenDialog =
  | { readonly kind: 'suspend' | 'password' | 'sessions' | 'link' | 'delete' }
  | { readonly kind: 'removeMethod' | 'unlinkMethod'; readonly method: Method };

/** What every dialog of the page is given. */
export type DialogProps = {
  readonly user: UserRecord['user'];
  /** Absent where the operator may not see them. */
  readonly sessions: NonNullable<UserRecord['sessions']> | undefined;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** How many sessions the user has, if that is known exactly. */
export function sessionCount(sessions: DialogProps['sessions']): number | undefined {
  return sessions && !sessions.nextCursor ? sessions.items.length : undefined;
}

/** The same, or how many there are at least: "20+". */
export function sessionsWords(sessions: NonNullable<DialogProps['sessions']>): string {
  const count = sessions.items.length;
  return sessions.nextCursor ? t('users.count.atLeast', { count }) : formatNumber(count);
}
