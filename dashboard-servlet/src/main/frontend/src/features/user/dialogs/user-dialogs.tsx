import type { UserRecord } from '@/lib/api-types';
import { LinkUser } from '../methods/link-user';
import { RemoveMethod, UnlinkMethod } from '../methods/method-dialogs';
import { EndSessions } from '../sessions/end-sessions';
import { DeleteUser } from './delete-user';
import type { OpenDialog } from './open-dialog';
import { SetPassword } from './set-password';
import { SuspendUser } from './suspend-user';

type UserDialogProps = {
  readonly dialog: OpenDialog;
  readonly record: UserRecord;
  readonly maySuspend: boolean;
  readonly onAction: (dialog: OpenDialog) => void;
  readonly onChanged: () => void;
  readonly onClose: () => void;
};

/** The one dialog of the page that is open. */
export function UserDialog({ dialog, record, maySuspend, onAction, onChanged, onClose }: UserDialogProps) {
  const { user } = record;
  const done = () => {
    onClose();
    onChanged();
  };
  const props = { user, sessions: record.sessions, onDone: done, onClose };
  switch (dialog.kind) {
    case 'suspend':
      return <SuspendUser {...props} />;
    case 'password':
      return <SetPassword {...props} />;
    case 'sessions':
      return <EndSessions {...props} />;
    case 'link':
      return <LinkUser {...props} />;
    case 'delete':
      return <DeleteUser {...props} onSuspend={maySuspend ? () => onAction({ kind: 'suspend' }) : undefined} />;
    case 'removeMethod':
      return <RemoveMethod {...props} method={dialog.method} />;
    case 'unlinkMethod':
      return <UnlinkMethod {...props} method={dialog.method} />;
  }
}
