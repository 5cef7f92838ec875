import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Menu, type MenuItem } from '@/components/overlay/menu';
import { toApiError } from '@/lib/api-error';
import type { OperatorRow } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { enableOperator } from './api/operators';
import type { OperatorAction } from './operator-action';
import { operatorName } from './operator-names';

/** Whether an operator may be changed, and whether it is oneself. */
export function useOperatorRights(operator: OperatorRow) {
  const session = useSession();
  return {
    change: session.can('operators:write') && operator.mayChange,
    self: operator.id === session.operator.id,
  };
}

type OperatorActsProps = {
  readonly operator: OperatorRow;
  readonly onAction: (action: OperatorAction) => void;
  readonly onDone: () => void;
};

/** What can be done to an operator; what can't says why. Nobody keeps themselves out. */
export function OperatorActs({ operator, onAction, onDone }: OperatorActsProps) {
  const { can } = useSession();
  const { change, self } = useOperatorRights(operator);
  const [busy, setBusy] = useState(false);
  const { app } = useSession();

  if (!can('operators:write')) return null;
  if (!change) return <p className={cx(text.sm, text.muted)}>{t('operators.beyond')}</p>;

  const enable = async () => {
    setBusy(true);
    try {
      await enableOperator(operator.id);
      toast(t('operators.enable.done', { name: operatorName(operator) }));
      onDone();
    } catch (cause) {
      toast(errorMessage(toApiError(cause, operator.id), app.name), { tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };

  const items = self ? [] : menuItems(operator, onAction);
  return (
    <>
      {operator.status === 'disabled' && (
        <Button small icon="check" busy={busy && t('common.working')} onClick={() => void enable()}>
          {t('operators.enable')}
        </Button>
      )}
      {!operator.lastOwner && (
        <Button small icon="edit" onClick={() => onAction('access')}>
          {t('operators.access')}
        </Button>
      )}
      {items.length > 0 && <Menu label={t('user.moreActions')} items={items} />}
      {operator.lastOwner && <p className={cx(text.sm, text.muted)}>{t('operators.lastOwner')}</p>}
    </>
  );
}

function menuItems(operator: OperatorRow, onAction: (action: OperatorAction) => void): readonly MenuItem[] {
  const reason = operator.lastOwner ? t('operators.lastOwner') : undefined;
  const isInvited = operator.status === 'invited';
  const link = {
    id: 'link',
    label: t(isInvited ? 'operators.again.do' : 'operators.reset.do'),
    icon: 'link',
    onSelect: () => onAction('link'),
  };
  const factors = {
    id: 'factors',
    label: t('factor.reset'),
    icon: 'phone',
    reason: operator.secondFactor ? undefined : t('factor.hasNone'),
    onSelect: () => onAction('factors'),
  };
  const disable = {
    id: 'disable',
    label: t('operators.disable'),
    icon: 'pause',
    reason,
    onSelect: () => onAction('disable'),
  };
  const remove = {
    id: 'delete',
    label: t(isInvited ? 'operators.takeBack' : 'operators.delete'),
    icon: 'trash',
    danger: true,
    reason,
    onSelect: () => onAction('delete'),
  };
  if (operator.status === 'disabled') return [remove];
  return isInvited ? [link, remove] : [link, factors, disable, remove];
}
