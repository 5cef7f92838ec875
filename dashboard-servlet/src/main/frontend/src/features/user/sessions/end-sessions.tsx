import { ConfirmDialog } from '@/components/overlay/confirm-dialog';
import { displayName } from '@/components/table/user-cell';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { endAllSessions } from '../api/user';
import type { DialogProps } from '../dialogs/open-dialog';

/** Ends those started after the page was opened, too. */
export function EndSessions({ user, onDone, onClose }: DialogProps) {
  const endAll = async () => {
    const { ended } = await endAllSessions(user.id);
    toast(t('user.sessions.endedAll', { count: ended }));
    onDone();
  };
  return (
    <ConfirmDialog
      title={t('user.sessions.endAll.title')}
      words={t('user.sessions.endAll.text', { name: displayName(user) })}
      button={t('user.sessions.endAll.do')}
      icon="out"
      onConfirm={endAll}
      onClose={onClose}
    />
  );
}
