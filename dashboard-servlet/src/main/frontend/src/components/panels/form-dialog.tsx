import { useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { focusFirstInvalid } from '@/components/form/field';
import { Note } from '@/components/note';
import { Dialog, DialogSaid } from '@/components/overlay/dialog';
import { type ConflictingRow, conflictingRow, withLink } from '@/components/panels/conflicting-row';
import { FormField } from '@/components/panels/form-field';
import { checkForm, emptyForm, type FormValues, formBody, isDirty } from '@/lib/action';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Action, Field } from '@/lib/api-types';
import { errorMessage } from '@/lib/error-messages';
import { fieldErrors, focusUnfinished } from '@/lib/form';
import { label, t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';

type FormDialogProps = {
  readonly action: Action;
  readonly fields: readonly Field[];
  readonly rowHref?: (key: string) => string;
  readonly onSubmit: (body: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly onClose: () => void;
};

/** A form of a recipe. Refusals go to their fields, and nothing typed is lost. */
export function FormDialog({ action, fields, rowHref, onSubmit, onClose }: FormDialogProps) {
  const app = useSession().app.name;
  const form = useRef<HTMLDivElement>(null);
  const [values, setValues] = useState<FormValues>(() => emptyForm(fields));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [inTheWay, setInTheWay] = useState<ConflictingRow>();
  const [refusal, setRefusal] = useState<ApiError>();
  const [busy, setBusy] = useState(false);
  const bad = fields.filter((field) => errors[field.name] !== undefined).length;
  const blamed = fields.find((field) => errors[field.name] !== undefined);

  const refuse = (found: Readonly<Record<string, string>>) => {
    setErrors(found);
    focusFirstInvalid(form.current);
  };

  const submit = async () => {
    if (focusUnfinished(form.current)) return;
    const found = checkForm(fields, values);
    setRefusal(undefined);
    if (Object.keys(found).length > 0) return refuse(found);
    setErrors({});
    setBusy(true);
    try {
      await onSubmit(formBody(fields, values));
    } catch (cause) {
      const problem = toApiError(cause, action.path);
      const ofFields = fieldErrors(problem);
      setInTheWay(conflictingRow(problem, rowHref, fields, values));
      setBusy(false);
      if (fields.some((field) => ofFields[field.name])) refuse(ofFields);
      else setRefusal(problem);
    }
  };

  return (
    <Dialog
      title={label(action.label)}
      busy={busy}
      dirty={isDirty(fields, values)}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          {bad > 0 && <DialogSaid>{t('field.badCount', { count: bad })}</DialogSaid>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" tone="primary" busy={busy && t('common.saving')}>
            {label(action.label)}
          </Button>
        </>
      }
    >
      <div ref={form} className={text.stack}>
        {refusal && (
          <Note tone="danger" alert>
            {withLink(errorMessage(refusal, app), inTheWay, onClose)}
          </Note>
        )}
        {fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            error={withLink(errors[field.name], field === blamed ? inTheWay : undefined, onClose)}
            onChange={(value) => {
              setValues({ ...values, [field.name]: value });
              setInTheWay(undefined);
              setErrors(({ [field.name]: _, ...others }) => others);
            }}
          />
        ))}
      </div>
    </Dialog>
  );
}
