import { useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { SecretField, TextField } from '@/components/form/field';
import { Note } from '@/components/note';
import type { ApiError } from '@/lib/api-error';
import type { Link } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { acceptInvitation, resetPassword } from './api/links';
import css from './sign-in.module.css';
import { SignInFrame } from './sign-in-frame';

type LinkFormProps = {
  readonly app: string;
  readonly token: string;
  readonly link: Link;
  readonly onDone: () => void;
  /** The link was used or has ended meanwhile. */
  readonly onGone: (error: ApiError) => void;
};

export function LinkForm({ app, token, link, onDone, onGone }: LinkFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { busy, errors, refusal, failure, run } = useSubmit(form, ['name', 'password']);
  if (failure?.slug === 'operator-link-unusable') onGone(failure);

  const submit = () => {
    const found: Record<string, string> = {};
    const length = Array.from(password).length;
    if (link.invitation && !name.trim()) found.name = t('field.required');
    if (!password) found.password = t('field.required');
    else if (length < link.passwordMin) {
      found.password = t('link.passwordShort', { count: length, min: link.passwordMin });
    }
    return run(found, async () => {
      await (link.invitation ? acceptInvitation({ token, name, password }) : resetPassword({ token, password }));
      onDone();
    });
  };

  return (
    <SignInFrame app={app} lead={t('link.lead')}>
      <form
        ref={form}
        className={css.panel}
        noValidate
        onSubmit={(event: Event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div>
          <h2 className={text.lead}>{link.invitation ? t('link.invite.title', { app }) : t('link.reset.title')}</h2>
          <p className={cx(text.sm, text.muted)}>{link.invitation ? t('link.invite.text') : t('link.reset.text')}</p>
        </div>
        {refusal && (
          <Note tone="danger" alert>
            {errorMessage(refusal, app)}
          </Note>
        )}
        <TextField
          label={t('signIn.email')}
          name="email"
          type="email"
          autoComplete="username"
          readOnly
          value={link.email}
          onChange={() => undefined}
        />
        {link.invitation && (
          <TextField
            label={t('signIn.setup.name')}
            name="name"
            autoComplete="name"
            autoFocus
            maxLength={255}
            value={name}
            onChange={setName}
            error={errors.name}
          />
        )}
        <SecretField
          label={link.invitation ? t('signIn.password') : t('link.newPassword')}
          name="password"
          autoComplete="new-password"
          autoFocus={!link.invitation}
          help={t('link.passwordHelp', { min: link.passwordMin })}
          value={password}
          onChange={setPassword}
          error={errors.password}
        />
        <Button type="submit" tone="primary" wide busy={busy && t('common.working')}>
          {link.invitation ? t('link.invite.submit') : t('link.reset.submit')}
        </Button>
      </form>
    </SignInFrame>
  );
}
