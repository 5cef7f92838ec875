import { useEffect } from 'preact/compat';
import { ConfirmDialog } from '@/components/overlay/confirm-dialog';
import type { OperatorRecord, SentOperatorLink } from '@/lib/api-types';
import { rich, t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { invalidate } from '@/lib/query';
import { linkTo, navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import {
  deleteOperator,
  disableOperator,
  endOperatorSessions,
  inviteAgain,
  operatorQuery,
  resetFactors,
  resetPassword,
} from './api/operators';
import { ChangeAccess } from './change-access';
import type { OperatorAction, OperatorDialogProps } from './operator-action';
import { operatorName } from './operator-names';
import css from './operators.module.css';

type OperatorDialogsProps = {
  readonly record: OperatorRecord;
  readonly dialog: OperatorAction;
  /** Where the list is, for who is gone. */
  readonly listHref: string;
  readonly onLink: (link: SentOperatorLink) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** What is asked before an operator is changed: each says what will happen. */
export function OperatorDialogs({ record, dialog, listHref, onLink, onDone, onClose }: OperatorDialogsProps) {
  const { operator, sessions } = record;
  useEffect(() => invalidate(operatorQuery(operator.id).key), []); // what it says of sessions is as of now
  const props = { operator, onDone, onClose };
  if (dialog === 'access') return <ChangeAccess {...props} />;
  if (dialog === 'link') return <NewLink {...props} onLink={onLink} />;
  if (dialog === 'disable') return <Disable {...props} sessions={sessions.length} />;
  if (dialog === 'factors') return <ResetFactors {...props} />;
  if (dialog === 'sessions') return <EndSessions {...props} />;
  return <Delete {...props} sessions={sessions.length} listHref={listHref} />;
}

type NewLinkProps = OperatorDialogProps & { readonly onLink: (link: SentOperatorLink) => void };

/** For who was invited, to accept by; for others, to a new password. */
function NewLink({ operator, onLink, onDone, onClose }: NewLinkProps) {
  const isInvited = operator.status === 'invited';
  const name = operatorName(operator);
  const make = async () => {
    onLink(await (isInvited ? inviteAgain(operator.id) : resetPassword(operator.id)));
    onDone();
  };
  return (
    <ConfirmDialog
      title={t(isInvited ? 'operators.again.title' : 'operators.reset.title', { name })}
      words={t(isInvited ? 'operators.again.text' : 'operators.reset.text', { name })}
      tone="primary"
      button={t(isInvited ? 'operators.again.do' : 'operators.reset.do')}
      icon="link"
      onConfirm={make}
      onClose={onClose}
    />
  );
}

type CountedProps = OperatorDialogProps & { readonly sessions: number };

function Disable({ operator, sessions, onDone, onClose }: CountedProps) {
  const name = operatorName(operator);
  const disable = async () => {
    await disableOperator(operator.id);
    toast(t('operators.disable.done', { name }));
    onDone();
  };
  return (
    <ConfirmDialog
      title={t('operators.disable.title', { name })}
      words={t('operators.disable.text', { count: sessions })}
      more={<KeysStay name={name} />}
      button={t('operators.disable')}
      icon="pause"
      onConfirm={disable}
      onClose={onClose}
    />
  );
}

/** Where the keys are that this operator made, for those who may see keys. */
function KeysStay({ name }: { readonly name: string }) {
  const words = t('apiKeys.title');
  const link = (
    <a className={css.inText} href={linkTo(['api-keys'], { q: name })}>
      {words}
    </a>
  );
  const keys = useSession().can('api-keys:read') ? link : words;
  return <>{rich('operators.keysStay', { keys })}</>;
}

function Delete({ operator, sessions, listHref, onDone, onClose }: CountedProps & { readonly listHref: string }) {
  const name = operatorName(operator);
  const isInvited = operator.status === 'invited';
  const remove = async () => {
    await deleteOperator(operator.id);
    toast(t('operators.delete.done', { name }));
    navigate(listHref);
    onDone();
  };
  return (
    <ConfirmDialog
      title={t(isInvited ? 'operators.takeBack.title' : 'operators.delete.title', { name })}
      words={isInvited ? t('operators.takeBack.text') : t('operators.delete.text', { count: sessions })}
      more={
        !isInvited && (
          <>
            {t('operators.delete.more')} <KeysStay name={name} />
          </>
        )
      }
      button={t(isInvited ? 'operators.takeBack' : 'operators.delete')}
      icon="trash"
      onConfirm={remove}
      onClose={onClose}
    />
  );
}

function ResetFactors({ operator, onDone, onClose }: OperatorDialogProps) {
  const name = operatorName(operator);
  const reset = async () => {
    await resetFactors(operator.id);
    toast(t('factor.reset.done', { name }));
    onDone();
  };
  return (
    <ConfirmDialog
      title={t('factor.reset.title', { name })}
      words={t('factor.reset.text', { name })}
      button={t('factor.reset')}
      icon="phone"
      onConfirm={reset}
      onClose={onClose}
    />
  );
}

function EndSessions({ operator, onDone, onClose }: OperatorDialogProps) {
  const end = async () => {
    const { ended } = await endOperatorSessions(operator.id);
    toast(t('user.sessions.endedAll', { count: ended }));
    onDone();
  };
  return (
    <ConfirmDialog
      title={t('user.sessions.endAll.title')}
      words={t('user.sessions.endAll.text', { name: operatorName(operator) })}
      button={t('user.sessions.endAll.do')}
      icon="out"
      onConfirm={end}
      onClose={onClose}
    />
  );
}
