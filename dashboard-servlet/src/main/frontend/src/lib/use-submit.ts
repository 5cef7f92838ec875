import { type RefObject, useEffect, useState } from 'preact/compat';
import { afterRender } from '@/lib/after-render';
import { type ApiError, toApiError } from '@/lib/api-error';
import { focusUnfinished, pathErrors, TOO_LONG } from '@/lib/form';

export type FieldErrors = Readonly<Record<string, string>>;

export type Submit = {
  readonly busy: boolean;
  /** By field. */
  readonly errors: FieldErrors;
  readonly bad: number;
  /** The last failure, whether of fields or not. */
  readonly failure: ApiError | undefined;
  /** The same when no field is to blame for it. */
  readonly refusal: ApiError | undefined;
  /** Sends unless `found` has errors already. Refusals go to their fields, and focus to the first of them. */
  readonly run: (found: FieldErrors, send: () => Promise<void>) => Promise<void>;
  /** Says what is wrong with one field, or that it is right now. */
  readonly mark: (field: string, error: string | undefined) => void;
};

/**
 * The sending of one form; nothing typed is lost by it. `fields` are those that can show a refusal, which goes once the
 * field is typed in again. A field with more than it takes is not sent.
 */
export function useSubmit(form: RefObject<HTMLElement>, fields: readonly string[]): Submit {
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<ApiError>();
  const [busy, setBusy] = useState(false);
  const bad = fields.filter((field) => errors[field]).length;

  const refuse = (found: FieldErrors) => {
    setErrors(found);
    afterRender(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  useEffect(() => {
    const element = form.current;
    const mended = ({ target }: Event) => {
      const name = target instanceof Element ? target.getAttribute('name') : null;
      if (name) setErrors((before) => without(before, name));
    };
    element?.addEventListener('input', mended);
    return () => element?.removeEventListener('input', mended);
  }, [form.current]);

  const run = async (found: FieldErrors, send: () => Promise<void>) => {
    if (busy || focusUnfinished(form.current)) return;
    setFailure(undefined);
    if (Object.keys(found).length > 0) return refuse(found);
    const tooLong = form.current?.querySelector<HTMLElement>(TOO_LONG);
    if (tooLong) return tooLong.focus();
    setErrors({});
    setBusy(true);
    try {
      await send();
    } catch (cause) {
      const error = toApiError(cause, 'form');
      setFailure(error);
      refuse(pathErrors(error));
    } finally {
      setBusy(false);
    }
  };

  const mark = (field: string, error: string | undefined) => {
    const { [field]: _, ...others } = errors;
    setErrors(error ? { ...others, [field]: error } : others);
  };

  return { busy, errors, bad, failure, refusal: bad === 0 ? failure : undefined, run, mark };
}

/** Without what was wrong with a field, whose name is all of a path or its end. */
function without(errors: FieldErrors, name: string): FieldErrors {
  const left = Object.entries(errors).filter(([path]) => path !== name && !path.endsWith(`.${name}`));
  return left.length === Object.keys(errors).length ? errors : Object.fromEntries(left);
}
