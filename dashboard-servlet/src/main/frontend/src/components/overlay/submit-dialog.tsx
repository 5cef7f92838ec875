import type { ComponentChildren, RefObject } from 'preact';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Dialog, DialogSaid } from '@/components/overlay/dialog';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import type { Submit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';

type SubmitDialogProps = {
  readonly title: string;
  readonly form: RefObject<HTMLDivElement>;
  readonly submit: Submit;
  readonly button: string;
  readonly busy?: string;
  readonly icon?: string;
  /** Not yet: why stands in the dialog. */
  readonly disabled?: boolean;
  /** The action can't be undone. */
  readonly danger?: boolean;
  readonly dirty: boolean;
  readonly large?: boolean;
  readonly addressed?: boolean;
  readonly children: ComponentChildren;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
};

/** A dialog with a form: the number of refused fields in its foot, other refusals above the fields. */
export function SubmitDialog({ submit, form, children, ...props }: SubmitDialogProps) {
  const app = useSession().app.name;
  return (
    <Dialog
      title={props.title}
      large={props.large}
      addressed={props.addressed}
      busy={submit.busy}
      dirty={props.dirty}
      onClose={props.onClose}
      onSubmit={props.onSubmit}
      foot={
        <>
          {submit.bad > 0 && <DialogSaid>{t('field.badCount', { count: submit.bad })}</DialogSaid>}
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            tone={props.danger ? 'dangerSolid' : 'primary'}
            icon={props.icon}
            disabled={props.disabled}
            busy={submit.busy && (props.busy ?? t('common.saving'))}
          >
            {props.button}
          </Button>
        </>
      }
    >
      <div ref={form} className={text.stack}>
        {submit.refusal && (
          <Note tone="danger" alert>
            {errorMessage(submit.refusal, app)}
          </Note>
        )}
        {children}
      </div>
    </Dialog>
  );
}
