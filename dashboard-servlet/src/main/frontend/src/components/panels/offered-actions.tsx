import { Button } from '@/components/button';
import { ActionButtons } from '@/components/panels/action-buttons';
import type { Actions, Target } from '@/components/panels/use-actions';
import type { Action, Offer } from '@/lib/api-types';
import { formatLeft, useTimeLeft } from '@/lib/countdown';
import { label, t } from '@/lib/i18n';

type Offered = { readonly action: Action; readonly offer?: Offer };

/** The actions that there are now or later; without offers, all that this operator may do. */
export function offered(actions: readonly Action[], offers: readonly Offer[] | undefined): readonly Offered[] {
  if (!offers) return actions.map((action) => ({ action }));
  return offers.flatMap((offer) => {
    const action = actions.find((candidate) => candidate.label.key === offer.action);
    return action ? [{ action, offer }] : [];
  });
}

type OfferedActionsProps = {
  readonly id: string;
  readonly offered: readonly Offered[];
  readonly target: Target;
  readonly run: Actions;
};

/** The actions of a panel; one that is not possible now says why, and when it will be. */
export function OfferedActions({ id, offered, target, run }: OfferedActionsProps) {
  return (
    <>
      {offered.map(({ action, offer }) =>
        offer?.reason ? (
          <Later key={action.label.key} id={id} action={action} offer={offer} target={target} run={run} />
        ) : (
          <ActionButtons key={action.label.key} actions={[action]} target={target} run={run} />
        ),
      )}
    </>
  );
}

type LaterProps = Omit<OfferedActionsProps, 'offered'> & { readonly action: Action; readonly offer: Offer };

function Later({ id, action, offer, target, run }: LaterProps) {
  const left = useTimeLeft(offer.availableAt);
  const waits = !offer.availableAt || left > 0;
  const reason = `${id}-${action.label.key}-reason`;

  return (
    <>
      <Button
        small
        tone={action.tone}
        icon={action.icon}
        disabled={waits}
        describedBy={waits ? reason : undefined}
        busy={run.busy(action, target) && t('common.working')}
        onClick={() => run.start(action, target)}
      >
        {label(action.label)}
      </Button>
      {waits && <span id={reason}>{label(offer.reason, { time: formatLeft(left) })}</span>}
    </>
  );
}
