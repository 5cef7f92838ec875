import { useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { focusFirstInvalid, SecretField, TextField } from '@/components/form/field';
import { Note } from '@/components/note';
import { type ApiError, toApiError } from '@/lib/api-error';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import { setUp } from './api/session';
import { type FirstOperator, setUpErrors } from './set-up-errors';
import css from './sign-in.module.css';
import { SignInFrame } from './sign-in-frame';

type SetUpProps = {
  readonly app: string;
  /** From the link in the log; it came in the fragment, so no server has seen it. */
  readonly token: string;
  /** Ask who is here. */
  readonly onEntered: () => void;
  readonly onAlreadyDone: () => void;
};

export function SetUp({ app, token, onEntered, onAlreadyDone }: SetUpProps) {
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<FirstOperator>({ token, email: '', name: '', password: '' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError>();
  const errors = tried ? setUpErrors(values, refusal) : {};
  const set = (name: keyof FirstOperator) => (value: string) => setValues({ ...values, [name]: value });

  const submit = async () => {
    setTried(true);
    setRefusal(undefined);
    if (Object.keys(setUpErrors(values, undefined)).length > 0) return focusFirstInvalid(form.current);
    setBusy(true);
    try {
      await setUp({ ...values, token: values.token.trim(), email: values.email.trim() });
      onEntered();
    } catch (error) {
      const problem = toApiError(error, 'setup');
      if (problem.slug === 'setup-done') return onAlreadyDone();
      setRefusal(problem);
      setBusy(false);
      focusFirstInvalid(form.current);
    }
  };

  return (
    <SignInFrame app={app} lead={t('signIn.setup.lead')} large>
      <form
        ref={form}
        className={css.panel}
        noValidate
        onSubmit={(event: Event) => {
          event.preventDefault();
          if (!busy) void submit();
        }}
      >
        <div>
          <h2 className={text.lead}>{t('signIn.setup.title')}</h2>
          <p className={cx(text.sm, text.muted)}>{t('signIn.setup.text', { app })}</p>
        </div>
        {refusal && Object.keys(errors).length === 0 && (
          <Note tone="danger" alert>
            {errorMessage(refusal, app)}
          </Note>
        )}
        <TextField
          label={t('signIn.setup.token')}
          name="token"
          mono
          autoFocus={!token}
          value={values.token}
          onChange={set('token')}
          error={errors.token}
        />
        <TextField
          label={t('signIn.setup.name')}
          name="name"
          autoComplete="name"
          autoFocus={token !== ''}
          value={values.name}
          onChange={set('name')}
          error={errors.name}
        />
        <TextField
          label={t('signIn.email')}
          name="email"
          type="email"
          autoComplete="username"
          value={values.email}
          onChange={set('email')}
          error={errors.email}
        />
        <SecretField
          label={t('signIn.password')}
          name="password"
          autoComplete="new-password"
          help={t('signIn.setup.passwordHelp')}
          value={values.password}
          onChange={set('password')}
          error={errors.password}
        />
        <div className={css.acts} data-end="true">
          <Button type="submit" tone="primary" busy={busy && t('signIn.setup.busy')}>
            {t('signIn.setup.submit')}
          </Button>
        </div>
      </form>
    </SignInFrame>
  );
}
