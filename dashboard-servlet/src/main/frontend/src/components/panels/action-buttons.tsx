import { Button, IconButton } from '@/components/button';
import { Menu } from '@/components/overlay/menu';
import type { Actions, Target } from '@/components/panels/use-actions';
import { type Locks, lockOf } from '@/lib/action';
import type { Action } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { label, t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

type ActionButtonsProps = {
  readonly actions: readonly Action[];
  readonly target: Target;
  readonly run: Actions;
};

/** The actions of a panel, side by side. */
export function ActionButtons({ actions, target, run }: ActionButtonsProps) {
  return (
    <>
      {actions.map((action) => (
        <Button
          key={action.path + action.label.key}
          small
          tone={action.tone}
          icon={action.icon}
          busy={run.busy(action, target) && t('common.working')}
          onClick={() => run.start(action, target)}
        >
          {label(action.label)}
        </Button>
      ))}
    </>
  );
}

type LockedActionProps = {
  /** Of the panel. */
  readonly id: string;
  readonly action: Action;
  readonly reason: string;
};

/** An action that there is, and that can't be done now, with the reason beside it. */
export function LockedAction({ id, action, reason }: LockedActionProps) {
  const described = `${id}-${action.label.key}-reason`;
  return (
    <>
      <Button small tone={action.tone} icon={action.icon} disabled describedBy={described} onClick={() => undefined}>
        {label(action.label)}
      </Button>
      <span id={described} className={cx(text.sm, text.muted)}>
        {reason}
      </span>
    </>
  );
}

type RowActionsProps = ActionButtonsProps & { readonly locks?: Locks };

/**
 * The actions of a row, quiet: one with an icon is that icon, one without is a button, several are a menu. One that can't
 * be done is left out, as the row has a lock; in a menu it says why.
 */
export function RowActions({ actions, target, run, locks }: RowActionsProps) {
  const [first, ...others] = actions;
  if (!first) return null;
  if (others.length > 0) return <RowMenu actions={[first, ...others]} target={target} run={run} locks={locks} />;
  if (lockOf(locks, first)) return null;

  const words = label(first.label);
  const name = t('common.actionFor', { action: words, name: target.name });
  const start = () => run.start(first, target);
  if (first.icon) return <IconButton small icon={first.icon} label={name} tip={words} onClick={start} />;
  return (
    <Button small label={name} busy={run.busy(first, target) && t('common.working')} onClick={start}>
      {words}
    </Button>
  );
}

function RowMenu({ actions, target, run, locks }: RowActionsProps) {
  return (
    <Menu
      label={t('common.actionsFor', { name: target.name })}
      items={actions.map((action) => ({
        id: action.path + action.label.key,
        label: label(action.label),
        icon: action.icon,
        danger: action.tone === 'danger',
        reason: lockOf(locks, action) && label(lockOf(locks, action)),
        onSelect: () => run.start(action, target),
      }))}
    />
  );
}

/** The width a column of row actions needs, by name. */
export function actionsWidth(actions: readonly Action[]): string {
  const [first, ...others] = actions;
  return others.length > 0 || first?.icon ? 'menu' : 'action';
}
