import { useState } from 'preact/compat';
import { Avatar } from '@/components/avatar';
import { Button } from '@/components/button';
import { Copy } from '@/components/copy';
import { displayName } from '@/components/person';
import { UserStatus } from '@/components/status';
import { Time } from '@/components/time';
import type { User } from '@/lib/contract';
import { rich, t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import { DeleteUser } from './delete-user';
import css from './user.module.css';

export function UserHead({ user }: { readonly user: User }) {
  const session = useSession();
  const [deleting, setDeleting] = useState(false);
  const reached = user.email ?? user.phone;
  return (
    <div className={css.record}>
      <Avatar id={user.id} name={user.name} large />
      <div className={css.text}>
        <h1>
          {displayName(user)} <UserStatus status={user.status} box />
        </h1>
        <div className={css.meta}>
          {reached && user.name && <span>{reached}</span>}
          <Copy value={user.id} />
          <span>{rich('user.joined', { time: <Time at={user.joinedAt} /> })}</span>
          <span>
            {user.lastSeenAt
              ? rich('user.seen', { time: <Time at={user.lastSeenAt} as="ago" /> })
              : t('user.neverSeen')}
          </span>
        </div>
      </div>
      {session.can('users:delete') && (
        <div className={css.acts}>
          <Button tone="danger" icon="trash" onClick={() => setDeleting(true)}>
            {t('user.delete')}
          </Button>
        </div>
      )}
      {deleting && <DeleteUser user={user} onClose={() => setDeleting(false)} />}
    </div>
  );
}
