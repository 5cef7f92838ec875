import type { User } from '@/lib/api-types';
import type { OperatorSession } from '@/lib/session';

/** What this operator may do with this user; what is not here is not drawn. */
export type UserPermissions = {
  readonly write: boolean;
  /** To make one of two: one is gone then. */
  readonly merge: boolean;
  readonly reset: boolean;
  readonly setPassword: boolean;
  readonly endSessions: boolean;
  readonly delete: boolean;
  /** To take along all that is kept of the user. */
  readonly download: boolean;
};

type Session = Pick<OperatorSession, 'can' | 'passwordRules' | 'mail'>;

export function permissionsOn(user: User, session: Session): UserPermissions {
  const whole = user.mayEdit;
  // without a mail server the operator is handed the link, and who has it sets the password
  const links =
    session.passwordRules?.resetHours && (session.mail.delivery === 'sender' || session.can('passwords:set'));
  return {
    write: whole && session.can('users:write'),
    merge: whole && session.can('users:write') && session.can('users:delete'),
    reset:
      whole && session.can('passwords:reset') && Boolean(links) && Boolean(user.email) && user.status !== 'suspended',
    setPassword: whole && session.can('passwords:set') && Boolean(user.email),
    endSessions: session.can('sessions:end'),
    delete: whole && session.can('users:delete'),
    download: session.can('users:export'),
  };
}
