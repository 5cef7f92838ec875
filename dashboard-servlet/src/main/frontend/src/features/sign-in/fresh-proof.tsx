import { useRef, useState } from 'preact/compat';
import { SecretField, TextField } from '@/components/form/field';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import { CodeField } from '@/components/second-factor/code-field';
import { onFreshProofRequired } from '@/lib/api-client';
import { t } from '@/lib/i18n';
import type { OperatorSession } from '@/lib/session';
import { type FieldErrors, useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { lookForProof, reauthenticate } from './api/session';
import { HostAgain } from './host-again';
import { useRefused } from './use-refused';

/** Asks over the page for the proof that a request was refused for the lack of. */
export function FreshProof({ session }: { readonly session: OperatorSession }) {
  const refused = useRefused(onFreshProofRequired);
  if (!refused) return null;

  const { refusal, answer } = refused;
  if (refusal.extra('authentication') === 'host') {
    const { name } = session.app;
    return (
      <HostAgain
        title={t('proof.host.title', { app: name })}
        notYet={t('proof.host.notYet')}
        page={refusal.extra('signInUrl')}
        look={lookForProof}
        onBack={() => answer(true)}
        onCancel={() => answer(false)}
      >
        <p className={text.muted}>{t('proof.host.text', { app: name })}</p>
      </HostAgain>
    );
  }
  return (
    <Proof email={session.operator.email ?? ''} takesCode={refusal.problem.secondFactor === true} onAnswer={answer} />
  );
}

type ProofProps = {
  readonly email: string;
  /** Beside the password, as the sign-in does. */
  readonly takesCode: boolean;
  readonly onAnswer: (proved: boolean) => void;
};

function Proof({ email, takesCode, onAnswer }: ProofProps) {
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['password', 'code']);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');

  const check = (): FieldErrors => ({
    ...(password ? {} : { password: t('field.required') }),
    ...(takesCode && !code.trim() ? { code: t('field.required') } : {}),
  });
  const prove = () =>
    submit.run(check(), async () => {
      await reauthenticate(takesCode ? { password, code } : { password });
      onAnswer(true);
    });

  return (
    <SubmitDialog
      title={t('proof.title')}
      form={form}
      submit={submit}
      button={t('proof.submit')}
      busy={t('common.working')}
      dirty={false}
      onSubmit={() => void prove()}
      onClose={() => onAnswer(false)}
    >
      <p className={text.muted}>{t('proof.text')}</p>
      <TextField
        label={t('signIn.email')}
        name="email"
        type="email"
        autoComplete="username"
        readOnly
        value={email}
        onChange={() => undefined}
      />
      <SecretField
        name="password"
        label={t('proof.password')}
        autoComplete="current-password"
        autoFocus
        value={password}
        error={submit.errors.password}
        onChange={setPassword}
      />
      {takesCode && (
        <CodeField
          label={t('proof.code')}
          help={t('proof.code.help')}
          value={code}
          error={submit.errors.code}
          onChange={setCode}
        />
      )}
    </SubmitDialog>
  );
}
