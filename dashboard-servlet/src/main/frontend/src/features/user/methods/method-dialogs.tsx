import { ConfirmDialog } from '@/components/overlay/confirm-dialog';
import { displayName } from '@/components/table/user-cell';
import type { Method } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { navigate } from '@/lib/router';
import { removeMethod, unlinkMethod } from '../api/user';
import type { DialogProps } from '../dialogs/open-dialog';
import { methodLabel } from './method-label';

type MethodDialogProps = DialogProps & { readonly method: Method };

export function RemoveMethod({ user, method, onDone, onClose }: MethodDialogProps) {
  const [other] = user.methods.filter(({ id }) => id !== method.id);
  const confirm = async () => {
    await removeMethod(user.id, method.id);
    toast(t('user.method.removed', { method: methodLabel(method) }));
    onDone();
  };
  return (
    <ConfirmDialog
      title={t('user.method.remove.title', { method: methodLabel(method) })}
      words={other && t('user.method.remove.text', { name: displayName(user), method: methodLabel(other) })}
      button={t('user.method.remove')}
      icon="trash"
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}

/** The method leaves as a user of its own; that user's page opens. */
export function UnlinkMethod({ user, method, onDone, onClose }: MethodDialogProps) {
  const confirm = async () => {
    const { id } = await unlinkMethod(user.id, method.id);
    toast(t('user.method.unlinked', { method: methodLabel(method) }));
    onDone();
    navigate(`users/${encodeURIComponent(id)}`);
  };
  return (
    <ConfirmDialog
      title={t('user.method.unlink.title', { method: methodLabel(method) })}
      words={t('user.method.unlink.text', { name: displayName(user), method: methodLabel(method) })}
      button={t('user.method.unlink')}
      icon="nolink"
      tone="primary"
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
