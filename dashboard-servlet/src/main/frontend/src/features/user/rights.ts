import type { User } from '@/lib/contract';
import type { OperatorSession } from '@/lib/session';

/** What this operator may do with this user; what is not here is not drawn. */
export type Rights = {
  readonly write: boolean;
  /** To make one of two: one is gone then. */
  readonly merge: boolean;
  readonly reset: boolean;
  readonly setPassword: boolean;
  readonly endSessions: boolean;
  readonly delete: boolean;
};

export function rightsOn(user: User, session: Pick<OperatorSession, 'can'>): Rights {
  const whole = user.mayEdit !== false;
  return {
    write: whole && session.can('users:write'),
    merge: whole && session.can('users:write') && session.can('users:delete'),
    reset: whole && session.can('passwords:reset') && Boolean(user.email),
    setPassword: whole && session.can('passwords:set') && Boolean(user.email),
    endSessions: session.can('sessions:end'),
    delete: whole && session.can('users:delete'),
  };
}
