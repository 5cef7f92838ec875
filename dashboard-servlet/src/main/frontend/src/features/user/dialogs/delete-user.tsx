import { TextButton } from '@/components/button';
import { ConfirmDialog } from '@/components/overlay/confirm-dialog';
import { displayName } from '@/components/table/user-cell';
import { toApiError } from '@/lib/api-error';
import type { User } from '@/lib/api-types';
import { rich, t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { removeQueries } from '@/lib/query';
import { navigate } from '@/lib/router';
import { deleteUser, getDeletion } from '../api/user';

type DeleteUserProps = {
  readonly user: User;
  /** Absent where it can't be done instead. */
  readonly onSuspend?: () => void;
  readonly onClose: () => void;
};

/** Asks with what goes, and for the address to be typed. */
export function DeleteUser({ user, onSuspend, onClose }: DeleteUserProps) {
  const name = displayName(user);

  const confirm = async () => {
    try {
      await deleteUser(user.id);
    } catch (error) {
      // Someone was faster: what was asked for is done.
      if (toApiError(error, user.id).slug !== 'not-found') throw error;
    }
    removeQueries('users');
    toast(t('user.delete.done', { name }));
    navigate('users', { replace: true });
  };

  return (
    <ConfirmDialog
      title={t('user.delete.title', { name })}
      words={t('user.delete.text')}
      lead={t('user.delete.lead')}
      loadFacts={() => getDeletion(user.id)}
      typeToConfirm
      more={
        onSuspend
          ? rich('user.delete.instead', {
              suspend: <TextButton onClick={onSuspend}>{t('user.delete.instead.do')}</TextButton>,
            })
          : undefined
      }
      button={t('user.delete')}
      busy={t('user.delete.busy')}
      icon="trash"
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
