import { useRef, useState } from 'preact/compat';
import { FieldFrame } from '@/components/form/field';
import field from '@/components/form/field.module.css';
import { Icon } from '@/components/icon';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import { Bone } from '@/components/state-view';
import { displayName, reachOf } from '@/components/table/user-cell';
import type { UserRow } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { label, t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useQuery } from '@/lib/query';
import { useSession } from '@/lib/session';
import { useDebouncedValue } from '@/lib/use-debounced-value';
import { useSubmit } from '@/lib/use-submit';
import { searchQuery } from '@/lib/user-search';
import text from '@/styles/text.module.css';
import { mergeUsers } from '../api/user';
import type { DialogProps } from '../dialogs/open-dialog';
import css from '../user.module.css';

/** Two accounts of one person become one: find the other, then say what will happen. */
export function LinkUser({ user, onDone, onClose }: DialogProps) {
  const { mergeHints } = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, []);
  const [query, setQuery] = useState('');
  const [other, setOther] = useState<UserRow>();
  const rested = useDebouncedValue(query.trim());
  const name = displayName(user);

  const link = async () => {
    if (!other) return;
    await mergeUsers(user.id, other.id);
    toast(t('user.link.done', { name, other: displayName(other) }));
    onDone();
  };

  return (
    <SubmitDialog
      title={t('user.link.title', { name })}
      form={form}
      submit={submit}
      button={t('user.link.do')}
      busy={t('user.link.busy')}
      icon="link"
      disabled={!other}
      dirty={other !== undefined}
      onSubmit={() => other && void submit.run({}, link)}
      onClose={onClose}
    >
      <FieldFrame label={t('user.link.search')} help={t('user.link.search.help')}>
        {({ id, describedBy }) => (
          <div className={field.affix}>
            <Icon name="search" />
            <input
              id={id}
              type="search"
              autoComplete="off"
              spellcheck={false}
              aria-describedby={describedBy}
              value={query}
              onInput={(event) => {
                setQuery(event.currentTarget.value);
                setOther(undefined);
              }}
            />
          </div>
        )}
      </FieldFrame>
      {query.trim() && rested && <Found query={rested} not={user.id} chosen={other} onChoose={setOther} />}
      {other && (
        <div className={cx(text.stack, text.tight)}>
          <p>{t('user.link.text', { name, other: displayName(other) })}</p>
          {mergeHints.map((hint) => (
            <p key={hint.key} className={text.muted}>
              {label(hint)}
            </p>
          ))}
        </div>
      )}
    </SubmitDialog>
  );
}

type FoundProps = {
  readonly query: string;
  readonly not: string;
  readonly chosen: UserRow | undefined;
  readonly onChoose: (user: UserRow) => void;
};

function Found({ query, not, chosen, onChoose }: FoundProps) {
  const { data, error } = useQuery(searchQuery(query));
  if (error) {
    return (
      <p className={cx(text.sm, text.muted)} role="alert">
        {t('pick.failed')}
      </p>
    );
  }
  if (!data) {
    return (
      <p aria-busy="true">
        <Bone width={3} />
      </p>
    );
  }
  const users = data.items.filter(({ id }) => id !== not);
  if (users.length === 0) return <p className={cx(text.sm, text.muted)}>{t('pick.noMatch', { query })}</p>;
  return (
    <fieldset className={css.found}>
      <legend className={text.vh}>{t('user.link.choose')}</legend>
      {users.map((user) => (
        <label key={user.id}>
          <input
            type="radio"
            name="other"
            className={cx(field.check, field.radio)}
            checked={chosen?.id === user.id}
            onChange={() => onChoose(user)}
          />
          <span>
            <span className={text.strong}>{displayName(user)}</span>
            <span className={cx(text.sm, text.faint)}>{user.name ? reachOf(user) : t('users.noName')}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
