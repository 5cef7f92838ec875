import { useMemo, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { JsonConflict } from '@/components/panels/json-conflict';
import { JsonEditor, type JsonTrouble } from '@/components/panels/json-editor';
import { byteMessage, faultMessage, sizeMessage } from '@/components/panels/json-messages';
import { valuesFor } from '@/components/panels/section';
import { fillPath } from '@/lib/action';
import { sendJson } from '@/lib/api-client';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { JsonData, JsonSection, SaveAction, User } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import type { Draft } from '@/lib/drafts';
import { errorMessage } from '@/lib/error-messages';
import { label, t } from '@/lib/i18n';
import { compactBytes, faultOf, type Token, tokens } from '@/lib/json-text';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';

type JsonDraftProps = {
  readonly section: JsonSection;
  readonly save: SaveAction;
  readonly kept: JsonData;
  readonly shown: readonly Token[];
  readonly draft: Draft;
  readonly user: User;
  readonly autoFocus: boolean;
  readonly onDraft: (draft: Draft | undefined) => void;
  readonly onDiscard: () => void;
  readonly onChanged: () => void;
};

/** What is being typed, until it is saved or discarded. */
export function JsonDraft({
  section,
  save,
  kept,
  shown,
  draft,
  user,
  autoFocus,
  onDraft,
  onDiscard,
  onChanged,
}: JsonDraftProps) {
  const app = useSession().app.name;
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError>();
  const typed = useMemo(() => tokens(draft.text), [draft.text]);
  const bytes = compactBytes(typed);
  const trouble = troubleOf(draft.text, typed, bytes, save.maxBytes) ?? (refusal && troubleBy(refusal));
  const conflict = draft.etag !== kept.etag;
  const dirty = draft.text !== shown.map((token) => token.text).join('');

  const type = (value: string) => {
    setRefusal(undefined);
    onDraft({ ...draft, text: value });
  };
  const submit = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await sendJson(save.method, fillPath(save.path, valuesFor(user)), { [save.field]: draft.text }, draft.etag);
      onDraft(undefined);
      toast(save.done ? label(save.done) : t('panel.done'));
      onChanged();
    } catch (cause) {
      const error = toApiError(cause, save.path);
      setRefusal(error);
      setBusy(false);
      if (error.status === 412) onChanged();
    }
  };

  return (
    <div className={text.stack}>
      {conflict && (
        <JsonConflict
          mine={draft.text}
          theirs={shown}
          saved={{ user: user.id, action: `${section.recipe}.`, version: kept.etag }}
          onKeep={() => {
            setRefusal(undefined);
            onDraft({ ...draft, etag: kept.etag });
          }}
          onDiscard={onDiscard}
        />
      )}
      {refusal && !conflict && !troubleBy(refusal) && (
        <Note tone="danger" alert>
          {errorMessage(refusal, app)}
        </Note>
      )}
      <JsonEditor
        id={section.id}
        label={label(section.title)}
        value={draft.text}
        tokens={typed}
        trouble={trouble}
        status={sizeMessage(bytes, save.maxBytes)}
        autoFocus={autoFocus}
        onChange={type}
      />
      <div className={cx(text.row, text.wrap)}>
        <Button
          tone="primary"
          busy={busy && t('common.saving')}
          disabled={conflict || trouble !== undefined}
          describedBy={`${section.id}-status`}
          onClick={() => void submit()}
        >
          {label(save.label)}
        </Button>
        <Button onClick={onDiscard}>{t(dirty ? 'json.discard' : 'common.cancel')}</Button>
        {dirty && <span className={cx(text.sm, text.faint)}>{t('json.unsaved')}</span>}
      </div>
    </div>
  );
}

/** What can be seen without asking the server. */
function troubleOf(value: string, typed: readonly Token[], bytes: number, limit: number): JsonTrouble | undefined {
  const fault = faultOf(typed);
  if (fault) return faultMessage(value, fault);
  return bytes > limit
    ? { words: t('json.tooLarge', { size: byteMessage(bytes), limit: byteMessage(limit) }) }
    : undefined;
}

/** What only the server saw. */
function troubleBy(refusal: ApiError): JsonTrouble | undefined {
  const [first] = refusal.fieldErrors;
  if (refusal.status !== 422 || !first) return undefined;
  const { line, column } = refusal.problem;
  return typeof line === 'number' && typeof column === 'number'
    ? { words: first.detail, line, column }
    : { words: first.detail };
}
