import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Menu } from '@/components/overlay/menu';
import { toApiError } from '@/lib/api-error';
import type { User } from '@/lib/api-types';
import { download } from '@/lib/download';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import { sendReset } from './api/user';
import type { OpenDialog } from './dialogs/open-dialog';
import css from './user.module.css';
import type { UserPermissions } from './user-permissions';

type UserActsProps = {
  readonly user: User;
  readonly rights: UserPermissions;
  readonly onAction: (dialog: OpenDialog) => void;
  readonly onLink: (link: string) => void;
  readonly onChanged: () => void;
};

/** The actions of the page's head: the usual two as buttons, the others behind "…". */
export function UserActions({ user, rights, onAction, onLink, onChanged }: UserActsProps) {
  const items = [
    {
      id: 'password',
      may: rights.setPassword,
      label: t('user.password.set'),
      icon: 'key',
      onSelect: () => onAction({ kind: 'password' }),
    },
    {
      id: 'sessions',
      may: rights.endSessions,
      label: t('user.sessions.endAll.do'),
      icon: 'out',
      onSelect: () => onAction({ kind: 'sessions' }),
    },
    {
      id: 'link',
      may: rights.merge,
      label: t('user.link'),
      icon: 'link',
      onSelect: () => onAction({ kind: 'link' }),
    },
    {
      id: 'download',
      may: rights.download,
      label: t('user.download'),
      icon: 'download',
      onSelect: () => takeAlong(user),
    },
    {
      id: 'delete',
      may: rights.delete,
      label: t('user.delete'),
      icon: 'trash',
      danger: true,
      onSelect: () => onAction({ kind: 'delete' }),
    },
  ].filter(({ may }) => may);

  if (!rights.reset && !rights.write && items.length === 0) return null;
  return (
    <div className={css.acts}>
      {rights.reset && <SendReset user={user} onLink={onLink} onChanged={onChanged} />}
      {rights.write && user.status !== 'suspended' && (
        <Button icon="pause" onClick={() => onAction({ kind: 'suspend' })}>
          {t('user.suspend')}
        </Button>
      )}
      {items.length > 0 && <Menu large label={t('user.moreActions')} items={items} />}
    </div>
  );
}

function takeAlong(user: User): void {
  download(linkTo(['users', user.id, 'data']));
  toast(t('user.download.started'));
}

type SendResetProps = Pick<UserActsProps, 'user' | 'onLink' | 'onChanged'>;

/** Acts at once: a link harms nobody. Without a mail server the operator gets it to hand over. */
function SendReset({ user, onLink, onChanged }: SendResetProps) {
  const { app, mail } = useSession();
  const [busy, setBusy] = useState(false);
  const invited = user.status === 'invited';
  const mails = mail.delivery === 'sender';
  const label = invited ? t(mails ? 'user.invite' : 'user.invite.link') : t(mails ? 'user.reset' : 'user.reset.link');

  const send = async () => {
    setBusy(true);
    try {
      const { link, to } = await sendReset(user.id);
      if (link) onLink(link);
      else toast(t(invited ? 'user.invite.done' : 'user.reset.done', { to: to ?? user.email ?? '' }));
      onChanged();
    } catch (cause) {
      const error = toApiError(cause, user.id);
      toast(error.problem.detail ?? errorMessage(error, app.name), { tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Button
      icon={mails ? 'mail' : 'link'}
      busy={busy && t(mails ? 'user.reset.busy' : 'common.working')}
      onClick={() => void send()}
    >
      {label}
    </Button>
  );
}
