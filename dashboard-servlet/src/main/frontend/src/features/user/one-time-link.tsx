import { useEffect, useState } from 'preact/compat';
import { OneTimeLink } from '@/components/one-time-link';
import { displayName } from '@/components/table/user-cell';
import type { User } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import { lifetime } from './lifetime';

/** Links that nobody but us could send; kept until the page that shows them is left. */
const links = new Map<string, string>();

export function keepOneTimeLink(userId: string, link: string): void {
  links.set(userId, link);
}

/** The link to hand over to this user, if there is one: of an invitation, or of a reset. */
export function useOneTimeLink(userId: string) {
  const [link, setLink] = useState(() => links.get(userId));

  useEffect(() => void links.delete(userId), [userId]);

  return { link, show: setLink, dismiss: () => setLink(undefined) };
}

type HandOverProps = { readonly user: User; readonly link: string; readonly onDismiss: () => void };

/** No mail server is set, so the operator passes the link on. */
export function UserLink({ user, link, onDismiss }: HandOverProps) {
  const { passwordRules } = useSession();
  const hours = user.status === 'invited' ? passwordRules?.invitationHours : passwordRules?.resetHours;
  return (
    <OneTimeLink link={link} onDismiss={onDismiss}>
      {t('user.handOver', { name: displayName(user) })} {lifetime(hours)}
    </OneTimeLink>
  );
}
