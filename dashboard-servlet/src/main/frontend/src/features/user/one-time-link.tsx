import { useEffect, useRef, useState } from 'preact/compat';
import { IconButton } from '@/components/button';
import field from '@/components/form/field.module.css';
import { Note } from '@/components/note';
import { displayName } from '@/components/table/user-cell';
import type { User } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
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

/** No mail server is set, so the operator passes the link on. It is shown once. */
export function OneTimeLink({ user, link, onDismiss }: HandOverProps) {
  const { passwordRules } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const hours = user.status === 'invited' ? passwordRules?.invitationHours : passwordRules?.resetHours;

  const copy = async () => {
    input.current?.select();
    await navigator.clipboard?.writeText(link);
    announce(t('common.copied'));
  };

  return (
    <Note alert action={<IconButton icon="x" small tip={false} label={t('common.dismiss')} onClick={onDismiss} />}>
      <div className={text.tight}>
        <p>
          {t('user.handOver', { name: displayName(user) })} {lifetime(hours)}
        </p>
        <div className={field.affix}>
          <input
            ref={input}
            readOnly
            aria-label={t('user.handOver.link')}
            className={field.mono}
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <IconButton
            icon="copy"
            small
            label={t('user.handOver.copy')}
            onClick={() => void copy().catch(() => undefined)}
          />
        </div>
      </div>
    </Note>
  );
}
