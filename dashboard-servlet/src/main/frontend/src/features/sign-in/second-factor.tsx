import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { CodeField } from '@/components/second-factor/code-field';
import { RecoveryCodes } from '@/components/second-factor/recovery-codes';
import { TotpFields, type TotpValues, totpErrors } from '@/components/second-factor/totp-fields';
import { Bone } from '@/components/state-view';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { TotpSecret } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { useUnsaved } from '@/lib/unsaved';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { addTotp, beginTotp, giveCode } from './api/second-factor';
import { RefusalNote } from './refusal-note';
import css from './sign-in.module.css';
import { SignInFrame } from './sign-in-frame';

type StepProps = {
  readonly app: string;
  /** The step is done, or was taken back: ask who is here. */
  readonly onDone: () => void;
  readonly onSignOut: () => void;
};

/** Asks for the code beside the password. */
export function GiveCode({ app, onDone, onSignOut }: StepProps) {
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['code']);
  const [code, setCode] = useState('');
  const [recovery, setRecovery] = useState(false);

  const give = () =>
    submit.run(code.trim() ? {} : { code: t('field.required') }, async () => {
      await giveCode(code);
      onDone();
    });
  const change = () => {
    setCode('');
    setRecovery(!recovery);
    form.current?.querySelector('input')?.focus();
  };
  useOver(submit.refusal, onDone);

  return (
    <SignInFrame app={app} lead={t('factor.give.lead')}>
      <Form busy={submit.busy} onSubmit={() => void give()}>
        <div ref={form} className={text.stack}>
          <p className={text.muted}>{t(recovery ? 'factor.give.recovery' : 'factor.give.text')}</p>
          {submit.refusal && <RefusalNote error={submit.refusal} app={app} />}
          <CodeField
            label={t(recovery ? 'factor.recoveryCode' : 'factor.code')}
            value={code}
            error={submit.errors.code}
            letters={recovery}
            autoFocus
            onChange={setCode}
          />
          <Button type="submit" tone="primary" wide busy={submit.busy && t('signIn.busy')}>
            {t('signIn.submit')}
          </Button>
        </div>
        <div className={css.acts}>
          <Button small tone="ghost" onClick={change}>
            {t(recovery ? 'factor.give.useApp' : 'factor.give.useRecovery')}
          </Button>
          <Button small tone="ghost" onClick={onSignOut}>
            {t('shell.signOut')}
          </Button>
        </div>
      </Form>
    </SignInFrame>
  );
}

/** Has who has none add a second factor, before anything else. */
export function AddFactor({ app, onDone, onSignOut }: StepProps) {
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['code', 'name']);
  const [secret, setSecret] = useState<TotpSecret>();
  const [failed, setFailed] = useState<ApiError>();
  const [values, setValues] = useState<TotpValues>({ name: t('factor.name.app'), code: '' });
  const [codes, setCodes] = useState<readonly string[]>();

  const begin = () => beginTotp().then(setSecret, (cause: unknown) => setFailed(toApiError(cause, 'totp')));
  useEffect(() => void begin(), []);
  useUnsaved(codes !== undefined);
  useEffect(() => form.current?.querySelector('input')?.focus(), [secret]);
  const error = failed ?? submit.refusal;
  useOver(error, onDone);

  const add = () =>
    submit.run(totpErrors(values), async () => {
      setCodes((await addTotp(values)).recoveryCodes);
    });

  if (codes) {
    return (
      <SignInFrame app={app} lead={t('factor.codes.title')} large>
        <div className={css.panel}>
          <RecoveryCodes codes={codes} app={app} />
          <div className={css.acts} data-end="true">
            <Button tone="primary" onClick={onDone}>
              {t('factor.codes.done')}
            </Button>
          </div>
        </div>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame app={app} lead={t('factor.add.lead')} large>
      <Form busy={submit.busy} onSubmit={() => void add()}>
        <div ref={form} className={text.stack}>
          <p className={cx(text.sm, text.muted)}>{t('factor.add.required', { app })}</p>
          {error && (
            <Note tone="danger" alert>
              {errorMessage(error, app)}
            </Note>
          )}
          {secret ? (
            <TotpFields secret={secret} values={values} errors={submit.errors} onChange={setValues} />
          ) : (
            <Bone width="card" />
          )}
        </div>
        <div className={css.acts} data-end="true">
          <Button tone="ghost" onClick={onSignOut}>
            {t('shell.signOut')}
          </Button>
          <Button type="submit" tone="primary" disabled={!secret} busy={submit.busy && t('common.saving')}>
            {t('factor.add.do')}
          </Button>
        </div>
      </Form>
    </SignInFrame>
  );
}

/** The password counts for some minutes only: then it is asked for again. */
function useOver(error: ApiError | undefined, onOver: () => void) {
  useEffect(() => {
    if (error?.status === 401) onOver();
  }, [error]);
}

type FormProps = {
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
};

function Form({ busy, onSubmit, children }: FormProps) {
  return (
    <form
      className={css.panel}
      noValidate
      onSubmit={(event: Event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      {children}
    </form>
  );
}
