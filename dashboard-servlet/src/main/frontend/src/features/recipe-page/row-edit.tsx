import { useEffect, useLayoutEffect, useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { type Choices, ConflictNote } from '@/components/conflict-note';
import { Note } from '@/components/note';
import { type ConflictingRow, conflictingRow, withLink } from '@/components/panels/conflicting-row';
import { FormField } from '@/components/panels/form-field';
import { type ConflictAuthor, useConflictAuthor } from '@/components/use-conflict-author';
import { checkForm, formBody, runAction } from '@/lib/action';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Action, RowPreview } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { label, t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { differences, type EditDraft, merge, valuesOf } from './edit-draft';
import css from './recipe-page.module.css';

type RowEditProps = {
  readonly recipe: string;
  readonly action: Action;
  readonly row: string;
  /** As it is saved now. */
  readonly data: RowPreview;
  readonly draft: EditDraft;
  readonly rowHref: (row: string) => string;
  readonly onDraft: (draft: EditDraft) => void;
  readonly onReload: () => void;
  readonly onSaved: (answer: unknown) => void;
  readonly onClose: () => void;
};

/** The row as a form: saved all together, or not at all, and only on top of what was read. */
export function RowEdit(props: RowEditProps) {
  const { action, row, data, draft, onDraft } = props;
  const app = useSession().app.name;
  const fields = action.form ?? [];
  const form = useRef<HTMLFormElement>(null);
  const [inTheWay, setInTheWay] = useState<ConflictingRow>();
  const [refused, setRefused] = useState(false);
  const submit = useSubmit(
    form,
    fields.map((field) => field.name),
  );
  const blamed = fields.find((field) => submit.errors[field.name]);
  const saved = valuesOf(fields, data);
  const stale = data.etag !== draft.etag;
  const conflict = stale ? differences(fields, draft, saved) : [];
  const open = conflict.length > 0;
  const who = useConflictAuthor(
    open ? { action: `${props.recipe}.`, target: data.title, version: data.etag } : undefined,
  );

  // at once: a key that comes right after the click is meant for the field it was pressed in
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input:not([readonly]), textarea')?.focus(), []);

  // They saved what is no conflict with mine: mine is saved on top of it.
  useEffect(() => {
    if (!refused || !stale) return;
    setRefused(false);
    if (!open) save(merge(draft, saved, data.etag));
  }, [refused, data.etag]);

  const send = async (mine: EditDraft) => {
    try {
      const answer = await runAction(action, { item: row }, formBody(fields, mine.values), mine.etag);
      const name = mine.values[fields[0]?.name ?? ''];
      toast(label(action.done, { label: typeof name === 'string' ? name.trim() : data.title }));
      props.onSaved(answer);
    } catch (cause) {
      const error = toApiError(cause, action.path);
      setInTheWay(conflictingRow(error, props.rowHref, fields, mine.values));
      if (error.status !== 412) throw error;
      // What is saved now comes with the preview; the conflict is told once it is there.
      setRefused(true);
      props.onReload();
    }
  };
  const save = (mine: EditDraft) => void submit.run(checkForm(fields, mine.values), () => send(mine));
  const keep = (choices: Choices) => {
    const merged = merge(draft, saved, data.etag, choices);
    onDraft(merged);
    save(merged);
  };

  return (
    <form
      ref={form}
      className={css.edit}
      noValidate
      aria-label={label(action.label)}
      onSubmit={(event: Event) => {
        event.preventDefault();
        if (!open) save(stale ? merge(draft, saved, data.etag) : draft);
      }}
    >
      <div className={cx(css.fields, text.stack)}>
        {open && (
          <ConflictNote
            lead={conflictLead(who)}
            rows={conflict}
            busy={submit.busy}
            onKeep={keep}
            onDiscard={props.onClose}
          />
        )}
        {submit.refusal && (
          <Note tone="danger" alert>
            {withLink(refusalWords(submit.refusal, app), inTheWay)}
          </Note>
        )}
        {fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            locked={data.lockedFields[field.name] && label(data.lockedFields[field.name])}
            value={draft.values[field.name] ?? ''}
            error={withLink(submit.errors[field.name], field === blamed ? inTheWay : undefined)}
            onChange={(value) => {
              if (submit.errors[field.name]) submit.mark(field.name, undefined);
              onDraft({ ...draft, values: { ...draft.values, [field.name]: value } });
            }}
          />
        ))}
      </div>
      <div className={css.foot}>
        <span id="row-edit-foot">{open ? t('user.profile.choose') : t('preview.together')}</span>
        <span className={cx(text.row, text.push)}>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            tone="primary"
            disabled={open}
            describedBy="row-edit-foot"
            busy={submit.busy && t('common.saving')}
          >
            {t('preview.save')}
          </Button>
        </span>
      </div>
    </form>
  );
}

function conflictLead(who: ConflictAuthor): string {
  if (!who) return t('conflict.lead');
  return who.isMe ? t('conflict.leadMine') : t('conflict.leadBy', { name: who.name });
}

function refusalWords(error: ApiError, app: string): string {
  return error.status === 404 ? t('preview.gone.text') : errorMessage(error, app);
}
