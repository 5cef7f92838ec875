import type { UserRecord } from '@/lib/contract';
import type { Act } from './act';
import { DeleteUser } from './delete-user';
import { EndSessions } from './end-sessions';
import { LinkUser } from './link-user';
import { RemoveMethod, UnlinkMethod } from './method-dialogs';
import { SetPassword } from './set-password';
import { SuspendUser } from './suspend-user';

type UserDialogProps = {
  readonly act: Act;
  readonly record: UserRecord;
  readonly maySuspend: boolean;
  readonly onAct: (act: Act) => void;
  readonly onChanged: () => void;
  readonly onClose: () => void;
};

/** The one dialog of the page that is open. */
export function UserDialog({ act, record, maySuspend, onAct, onChanged, onClose }: UserDialogProps) {
  const { user } = record;
  const done = () => {
    onClose();
    onChanged();
  };
  const props = { user, sessions: record.sessions ?? undefined, onDone: done, onClose };
  switch (act.kind) {
    case 'suspend':
      return <SuspendUser {...props} />;
    case 'password':
      return <SetPassword {...props} />;
    case 'sessions':
      return <EndSessions {...props} />;
    case 'link':
      return <LinkUser {...props} />;
    case 'delete':
      return <DeleteUser {...props} onSuspend={maySuspend ? () => onAct({ kind: 'suspend' }) : undefined} />;
    case 'removeMethod':
      return <RemoveMethod {...props} method={act.method} />;
    case 'unlinkMethod':
      return <UnlinkMethod {...props} method={act.method} />;
  }
}
