import { Button } from '@/components/button';
import { ActionButtons, permitted, toneOf } from '@/components/panels/action-buttons';
import type { Actions, Target } from '@/components/panels/use-actions';
import type { Action, Maybe, Offer } from '@/lib/api-types';
import { formatLeft, useTimeLeft } from '@/lib/countdown';
import { label, t } from '@/lib/i18n';

type Offered = { readonly action: Action; readonly offer?: Offer };

/** The actions that there are now or later; without offers, all that this operator may do. */
export function offered(actions: Maybe<readonly Maybe<Action>[]>, offers: Maybe<readonly Offer[]>): readonly Offered[] {
  const may = permitted(actions);
  if (!offers) return may.map((action) => ({ action }));
  return offers.flatMap((offer) => {
    const action = may.find((candidate) => candidate.label.key === offer.action);
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
        tone={toneOf(action.tone)}
        icon={action.icon ?? undefined}
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
