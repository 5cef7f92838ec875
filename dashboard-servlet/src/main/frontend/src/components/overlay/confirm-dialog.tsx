import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { FieldFrame } from '@/components/form/field';
import field from '@/components/form/field.module.css';
import { Note } from '@/components/note';
import { Dialog } from '@/components/overlay/dialog';
import css from '@/components/overlay/dialog.module.css';
import { Bone } from '@/components/state-view';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Deletion, Facts } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { formatNumber } from '@/lib/format';
import { label, rich, t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';

/** What will happen, with numbers; the errors say what could not be counted. */
export type ConfirmFacts = Facts & Partial<Pick<Deletion, 'errors'>>;

type ConfirmDialogProps = {
  readonly title: string;
  readonly words?: string;
  /** Before the facts, if there are any. */
  readonly lead?: string;
  /** Asked for when the dialog opens; the button waits for the answer. */
  readonly loadFacts?: () => Promise<ConfirmFacts>;
  readonly typeToConfirm?: boolean;
  /** What else to know, or to do instead; below the facts. */
  readonly more?: ComponentChildren;
  readonly tone?: 'primary' | 'dangerSolid';
  readonly button: string;
  /** Other words for not doing it. */
  readonly cancel?: string;
  readonly busy?: string;
  readonly icon?: string;
  /** Other words for a refusal. */
  readonly explain?: (error: ApiError) => ComponentChildren;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
};

/** Says what will happen, with numbers, before it happens. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const app = useSession().app.name;
  const [facts, setFacts] = useState<ConfirmFacts>();
  const [error, setError] = useState<ApiError>();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);

  const load = () => {
    setError(undefined);
    props.loadFacts?.().then(setFacts, (cause: unknown) => setError(toApiError(cause, props.title)));
  };
  useEffect(load, []);

  const expected = props.typeToConfirm ? facts?.confirm : undefined;
  const counted = !props.loadFacts || facts !== undefined;
  const ready = counted && (!expected || typed.trim() === expected);

  const confirm = async () => {
    if (!ready) return;
    setBusy(true);
    setError(undefined);
    try {
      await props.onConfirm();
    } catch (cause) {
      setError(toApiError(cause, props.title));
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={props.title}
      small
      alert
      busy={busy}
      onClose={props.onClose}
      onSubmit={() => void confirm()}
      foot={
        <>
          <Button onClick={props.onClose}>{props.cancel ?? t('common.cancel')}</Button>
          <Button
            type="submit"
            tone={props.tone ?? 'dangerSolid'}
            icon={props.icon}
            disabled={!ready}
            busy={busy && (props.busy ?? t('common.working'))}
          >
            {props.button}
          </Button>
        </>
      }
    >
      {props.words && <p className={text.muted}>{props.words}</p>}
      {props.loadFacts && (facts ? <Goes lead={props.lead} facts={facts} /> : !error && <Counting />)}
      {facts?.errors?.map((words) => (
        <Note key={words} tone="warn">
          {words}
        </Note>
      ))}
      {error && (
        <Note
          tone="danger"
          alert
          action={
            !counted && (
              <Button small onClick={load}>
                {t('common.tryAgain')}
              </Button>
            )
          }
        >
          {props.explain?.(error) ?? errorMessage(error, app)}
        </Note>
      )}
      {props.more && <p className={cx(text.sm, text.muted)}>{props.more}</p>}
      {expected && <TypeField expected={expected} value={typed} onChange={setTyped} />}
    </Dialog>
  );
}

/** What goes: a number and its words, each. */
function Goes({ lead, facts }: { readonly lead: string | undefined; readonly facts: ConfirmFacts }) {
  const some = facts.facts.filter((fact) => fact.count > 0);
  if (some.length === 0) return null;
  return (
    <>
      {lead && <p className={text.muted}>{lead}</p>}
      <ul className={css.goes}>
        {some.map((fact) => (
          <li key={fact.text.key + fact.text.text}>
            <b>{formatNumber(fact.count)}</b>
            <span className={text.anywhere}>
              {label(fact.text, { count: fact.count })}
              <Names names={fact.names} count={fact.count} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Some of what goes by name, and how many others. */
function Names({ names, count }: { readonly names: readonly string[]; readonly count: number }) {
  if (names.length === 0) return null;
  const left = count - names.length;
  return (
    <>
      {' '}
      <span className={text.mono}>{names.join(', ')}</span>
      {left > 0 && ` ${t('confirm.facts.others', { count: left })}`}
    </>
  );
}

function Counting() {
  return (
    <div className={css.goes} aria-busy="true">
      <span className={text.vh} role="status">
        {t('confirm.facts.loading')}
      </span>
      <Bone width={3} />
      <Bone width={2} />
    </div>
  );
}

type TypeFieldProps = {
  readonly expected: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function TypeField({ expected, value, onChange }: TypeFieldProps) {
  const exact = <span className={cx(text.mono, text.anywhere)}>{expected}</span>;
  return (
    <FieldFrame label={<span>{rich('confirm.type', { value: exact })}</span>}>
      {({ id }) => (
        <input
          id={id}
          className={field.input}
          value={value}
          autoComplete="off"
          spellcheck={false}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
