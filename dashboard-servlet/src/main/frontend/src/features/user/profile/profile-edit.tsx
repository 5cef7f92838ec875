import { useLayoutEffect, useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { type Choices, ConflictNote } from '@/components/conflict-note';
import { TextField } from '@/components/form/field';
import field from '@/components/form/field.module.css';
import { Note } from '@/components/note';
import { Panel } from '@/components/panel';
import panel from '@/components/panel.module.css';
import { type ConflictAuthor, useConflictAuthor } from '@/components/use-conflict-author';
import { toApiError } from '@/lib/api-error';
import type { User } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { label, t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { changeUser } from '../api/user';
import {
  checkProfile,
  clashes,
  currentIn,
  differences,
  isChanged,
  mergeDraft,
  PROFILE_FIELDS,
  type ProfileDraft,
  type ProfileField,
  patchOf,
} from './profile-form';

type ProfileEditProps = {
  readonly user: User;
  readonly draft: ProfileDraft;
  readonly autoFocus: boolean;
  readonly onDraft: (draft: ProfileDraft | undefined) => void;
  readonly onChanged: () => void;
};

type Saved = Parameters<typeof mergeDraft>[1];

/** The profile as one form: saved all together, or not at all. */
export function ProfileEdit({ user, draft, autoFocus, onDraft, onChanged }: ProfileEditProps) {
  const { app, profileHints } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const submit = useSubmit(form, PROFILE_FIELDS);
  const [refused, setRefused] = useState<Saved>(user);
  const saved: Saved = refused.version > user.version ? refused : user;
  const conflict = differences(draft, saved);
  const open = conflict.length > 0;
  const who = useConflictAuthor(open ? { user: user.id, action: 'user.updated', version: saved.version } : undefined);

  // The browser heeds an autofocus attribute once a page only; later would take the focus from who is quick.
  useLayoutEffect(() => {
    if (autoFocus) form.current?.querySelector('input')?.focus();
  }, []);

  /** Saves, also when somebody else changed something that is not of the profile meanwhile. */
  const put = async (mine: ProfileDraft): Promise<void> => {
    if (Object.keys(patchOf(mine)).length > 0) {
      try {
        await changeUser(user.id, patchOf(mine), mine.version);
      } catch (cause) {
        const now = currentIn(toApiError(cause, user.id));
        if (!now || now.version === mine.version) throw cause;
        if (differences(mine, now).length === 0) return put(mergeDraft(mine, now));
        onDraft(mine);
        setRefused(now);
        return;
      }
      toast(t('user.profile.saved'));
    }
    onDraft(undefined);
    onChanged();
  };
  const save = (mine: ProfileDraft) => void submit.run(checkProfile(mine, user.methods), () => put(mine));
  const keep = (choices: Choices) => {
    const merged = mergeDraft(draft, saved, choices);
    onDraft(merged);
    save(merged);
  };
  const discard = () => {
    onDraft(undefined);
    onChanged();
  };

  const hint = (name: ProfileField) =>
    profileHints
      ?.filter((said) => said.field === name)
      .map((said) => label(said.text))
      .join(' ');
  const input = (name: ProfileField, props: { readonly type?: 'email' | 'tel'; readonly optional?: boolean }) => (
    <TextField
      {...props}
      name={name}
      label={t(`user.${name}`)}
      value={draft.values[name]}
      error={submit.errors[name]}
      help={draft.values[name] && isChanged(draft, name) ? hint(name) : undefined}
      onChange={(value) => {
        if (submit.errors[name]) submit.mark(name, undefined);
        onDraft({ ...draft, values: { ...draft.values, [name]: value } });
      }}
    />
  );

  return (
    <Panel id="profile" title={t('user.profile')}>
      <form
        ref={form}
        noValidate
        onSubmit={(event: Event) => {
          event.preventDefault();
          if (!open) save(mergeDraft(draft, saved));
        }}
      >
        <div className={cx(panel.body, text.stack)}>
          {open && (
            <ConflictNote
              lead={conflictLead(who)}
              rows={conflict.map((row) => ({ ...row, label: t(`user.${row.field}`), clash: clashes(row) }))}
              busy={submit.busy}
              onKeep={keep}
              onDiscard={discard}
            />
          )}
          {submit.refusal && (
            <Note tone="danger" alert>
              {errorMessage(submit.refusal, app.name)}
            </Note>
          )}
          <div className={field.grid2}>
            {input('name', { optional: true })}
            {input('externalId', { optional: true })}
            {input('email', { type: 'email' })}
            {input('phone', { type: 'tel' })}
          </div>
        </div>
        <div className={panel.foot}>
          <span id="profile-foot">{open ? t('user.profile.choose') : t('user.profile.together')}</span>
          <span className={cx(text.row, text.push)}>
            <Button onClick={discard}>{t('common.cancel')}</Button>
            <Button
              type="submit"
              tone="primary"
              disabled={open}
              describedBy="profile-foot"
              busy={submit.busy && t('common.saving')}
            >
              {t('user.profile.save')}
            </Button>
          </span>
        </div>
      </form>
    </Panel>
  );
}

function conflictLead(who: ConflictAuthor): string {
  if (!who) return t('user.conflict.lead');
  return who.isMe ? t('user.conflict.leadMine') : t('user.conflict.leadBy', { name: who.name });
}
