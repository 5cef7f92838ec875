import { ConfirmDialog } from '@/components/confirm-dialog';
import { displayName } from '@/components/person';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import type { DialogProps } from './act';
import { endAllSessions } from './api/user';

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
