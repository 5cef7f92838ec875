import { Button, IconButton } from '@/components/button';
import { Menu } from '@/components/overlay/menu';
import type { Actions, Target } from '@/components/panels/use-actions';
import type { Action } from '@/lib/api-types';
import { label, t } from '@/lib/i18n';

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

/** The actions of a row, quiet: one with an icon is that icon, one without is a button, several are a menu. */
export function RowActions({ actions, target, run }: ActionButtonsProps) {
  const [first, ...others] = actions;
  if (!first) return null;
  if (others.length > 0) return <RowMenu actions={[first, ...others]} target={target} run={run} />;

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

function RowMenu({ actions, target, run }: ActionButtonsProps) {
  return (
    <Menu
      label={t('common.actionsFor', { name: target.name })}
      items={actions.map((action) => ({
        id: action.path + action.label.key,
        label: label(action.label),
        icon: action.icon,
        danger: action.tone === 'danger',
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
