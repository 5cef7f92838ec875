import type { VNode } from 'preact';
import { useState } from 'preact/compat';
import { IconButton } from '@/components/button';
import { Note } from '@/components/note';
import { ConfirmDialog } from '@/components/overlay/confirm-dialog';
import { conflictingRow, withLink } from '@/components/panels/conflicting-row';
import { FormDialog } from '@/components/panels/form-dialog';
import { fillPath, type PathValues, runAction } from '@/lib/action';
import { getJson } from '@/lib/api-client';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Action, Facts } from '@/lib/api-types';
import { errorMessage } from '@/lib/error-messages';
import { label, t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';

/** What an action acts on: what fills its path, and what its words call it. */
export type Target = { readonly values: PathValues; readonly name: string; readonly tenant?: string };

type Open = { readonly action: Action; readonly target: Target };

export type Actions = {
  /** Asks first if the action has a form or wants to be confirmed, else acts at once. */
  readonly start: (action: Action, target: Target, undo?: () => void) => void;
  readonly busy: (action: Action, target: Target) => boolean;
  readonly dialog: VNode | null;
  /** The last failure of an action that has no dialog to show it in. */
  readonly failure: VNode | null;
};

export type Done = { readonly action: Action; readonly answer: unknown };

/**
 * Runs the actions of one panel or page. `onDone` reloads what it shows. `rowHref` is where the row is that a refusal says
 * is in the way.
 */
export function useActions(onDone: (done: Done) => void, rowHref?: (key: string) => string): Actions {
  const app = useSession().app.name;
  const [open, setOpen] = useState<Open>();
  const [running, setRunning] = useState<Open>();
  const [error, setError] = useState<ApiError>();

  const run = async ({ action, target }: Open, body?: unknown, undo?: () => void) => {
    const answer = await runAction(action, target.values, body);
    toast(doneWords(action, { ...target, name: nameOf(action, target, body) }), { undo });
    onDone({ action, answer });
  };

  const start = (action: Action, target: Target, undo?: () => void) => {
    setError(undefined);
    if (action.form || action.confirm) return setOpen({ action, target });
    if (running) return;
    setRunning({ action, target });
    run({ action, target }, undefined, undo)
      .catch((cause: unknown) => setError(toApiError(cause, action.path)))
      .finally(() => setRunning(undefined));
  };

  const close = () => setOpen(undefined);
  const finish = async (body?: unknown) => {
    if (!open) return;
    await run(open, body);
    setOpen(undefined);
  };

  return {
    start,
    busy: (action, target) => running?.action === action && running.target.values.item === target.values.item,
    dialog: open ? <ActionDialog open={open} rowHref={rowHref} onFinish={finish} onClose={close} /> : null,
    failure: error ? (
      <Note
        tone="danger"
        alert
        action={
          <IconButton icon="x" small tip={false} label={t('common.dismiss')} onClick={() => setError(undefined)} />
        }
      >
        {withLink(errorMessage(error, app), conflictingRow(error, rowHref), () => setError(undefined))}
      </Note>
    ) : null,
  };
}

type ActionDialogProps = {
  readonly open: Open;
  readonly rowHref: ((key: string) => string) | undefined;
  readonly onFinish: (body?: unknown) => Promise<void>;
  readonly onClose: () => void;
};

function ActionDialog({ open: { action, target }, rowHref, onFinish, onClose }: ActionDialogProps) {
  const app = useSession().app.name;
  if (action.form) {
    return <FormDialog action={action} fields={action.form} rowHref={rowHref} onSubmit={onFinish} onClose={onClose} />;
  }
  const { confirm } = action;
  if (!confirm) return null;
  const facts = confirm.facts;
  const words = wordValues(target);
  return (
    <ConfirmDialog
      title={label(confirm.title, words)}
      words={confirm.text ? label(confirm.text, words) : undefined}
      loadFacts={facts ? () => getJson<Facts>(fillPath(facts, target.values)) : undefined}
      typeToConfirm={confirm.typeToConfirm}
      button={label(confirm.button, words)}
      icon={action.icon}
      onConfirm={onFinish}
      explain={(error) => withLink(errorMessage(error, app), conflictingRow(error, rowHref), onClose)}
      onClose={onClose}
    />
  );
}

const wordValues = (target: Target) => ({ label: target.name, tenant: target.tenant });

/** What was made is called by what was typed first; what is there already, by its row or chip. */
function nameOf(action: Action, target: Target, body: unknown): string {
  const first = action.form?.[0];
  if (target.values.item !== undefined || first?.kind !== 'text') return target.name;
  const typed = Object.entries(body ?? {}).find(([name]) => name === first.name)?.[1];
  return typeof typed === 'string' ? typed : target.name;
}

function doneWords(action: Action, target: Target): string {
  return action.done ? label(action.done, wordValues(target)) : t('panel.done');
}
