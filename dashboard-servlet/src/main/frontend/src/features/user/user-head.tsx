import type { ComponentChildren } from 'preact';
import { Address } from '@/components/address';
import { Avatar } from '@/components/avatar';
import { Copy } from '@/components/copy';
import { Status, UserStatus } from '@/components/status';
import { displayName, reachOf } from '@/components/table/user-cell';
import { Time } from '@/components/time';
import type { User } from '@/lib/api-types';
import { formatDate } from '@/lib/format';
import { rich, t } from '@/lib/i18n';
import css from './user.module.css';

type UserHeadProps = { readonly user: User; readonly children: ComponentChildren };

/** Who it is; the actions come as children. */
export function UserHead({ user, children }: UserHeadProps) {
  const reached = reachOf(user);
  return (
    <div className={css.record}>
      <Avatar id={user.id} name={user.name} large />
      <div className={css.text}>
        <h1>
          {displayName(user)} <HeadStatus user={user} />
        </h1>
        <div className={css.meta}>
          {reached && user.name && (
            <span>
              <Address>{reached}</Address>
            </span>
          )}
          <Copy value={user.id} />
          <span>{rich('user.joined', { time: <Time at={user.joinedAt} /> })}</span>
          <span>
            {user.lastSeenAt
              ? rich(user.lastSeenImported ? 'user.seen.imported' : 'user.seen', {
                  time: <Time at={user.lastSeenAt} as="ago" />,
                })
              : t('user.neverSeen')}
          </span>
        </div>
      </div>
      {children}
    </div>
  );
}

function HeadStatus({ user: { status, suspension } }: { readonly user: User }) {
  if (status !== 'suspended' || !suspension?.until) return <UserStatus status={status} box />;
  return (
    <Status tone="danger" box>
      {t('user.suspendedUntil', { date: formatDate(suspension.until) })}
    </Status>
  );
}
