import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Note } from '@/components/note';
import { holdsWhole } from '@/components/panels/section';
import { displayName } from '@/components/table/user-cell';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Suspension, User } from '@/lib/api-types';
import { errorMessage } from '@/lib/error-messages';
import { formatDate } from '@/lib/format';
import { rich, t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { presetName } from '@/lib/preset';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { activateUser } from './api/user';
import css from './user.module.css';
import type { UserPermissions } from './user-permissions';

type SuspendedNoteProps = { readonly user: User; readonly mayEdit: boolean; readonly onChanged: () => void };

/** Why the user is kept out, by whom, until when; and the way back. */
export function SuspendedNote({ user, mayEdit, onChanged }: SuspendedNoteProps) {
  const app = useSession().app.name;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  if (user.status !== 'suspended') return null;
  const { suspension } = user;

  const activate = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await activateUser(user.id);
      toast(t('user.activate.done', { name: displayName(user) }));
      onChanged();
    } catch (cause) {
      setError(toApiError(cause, user.id));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Note
      tone="danger"
      action={
        mayEdit && (
          <Button small busy={busy && t('common.working')} onClick={() => void activate()}>
            {t('user.activate')}
          </Button>
        )
      }
    >
      <p className={text.strong}>{suspensionWords(suspension)}</p>
      {suspension?.reason && (
        <p className={text.anywhere}>{t('user.suspended.reason', { reason: suspension.reason })}</p>
      )}
      {error && <p role="alert">{errorMessage(error, app)}</p>}
    </Note>
  );
}

/** Whole sentences, as their order differs between languages. */
function suspensionWords(suspension: Suspension | undefined): string {
  if (!suspension) return t('user.suspended');
  const { by: who, since, until } = suspension;
  const date = formatDate(since);
  const end = until ? formatDate(until) : undefined;
  if (who) return t(end ? 'user.suspended.byUntil' : 'user.suspended.by', { by: who, date, end });
  return end ? t('user.suspendedUntil', { date: end }) : t('user.suspended');
}

/** For who can't change something here: why is said once, and no control for it is drawn. */
export function LookOnly({ user, rights }: { readonly user: User; readonly rights: UserPermissions }) {
  const { operator, can, sections } = useSession();
  const elsewhere = !user.mayEdit && (can('users:write') || sections.some(holdsWhole));
  const some = Object.values(rights).some(Boolean);
  if (operator.readOnly || (some && !elsewhere)) return null;
  const preset = presetName(operator.preset);
  const lead = <b className={text.strong}>{t(some ? 'user.lookOnly.some' : 'user.lookOnly.lead')}</b>;
  return (
    <div className={css.banner} role="note">
      <Icon name="eye" />
      <p>{rich(elsewhere ? 'user.lookOnly.elsewhere' : 'user.lookOnly', { lead, preset })}</p>
    </div>
  );
}
