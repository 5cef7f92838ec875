import { useEffect, useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Dialog } from '@/components/overlay/dialog';
import { CodeField } from '@/components/second-factor/code-field';
import { t } from '@/lib/i18n';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { giveCode } from './api/second-factor';
import { RefusalNote } from './refusal-note';

type CodeAgainProps = {
  readonly app: string;
  readonly onAnswer: (signedIn: boolean) => void;
  /** The password counts no more. */
  readonly onOver: () => void;
};

/** Asks over the page for the code that signing in again takes beside the password. */
export function CodeAgain({ app, onAnswer, onOver }: CodeAgainProps) {
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['code']);
  const [code, setCode] = useState('');
  const { refusal } = submit;
  useEffect(() => {
    if (refusal?.status === 401) onOver();
  }, [refusal]);

  const give = () =>
    submit.run(code.trim() ? {} : { code: t('field.required') }, async () => {
      await giveCode(code);
      onAnswer(true);
    });

  return (
    <Dialog
      title={t('ended.title')}
      small
      alert
      busy={submit.busy}
      onSubmit={() => void give()}
      foot={
        <>
          <Button tone="ghost" onClick={() => onAnswer(false)}>
            {t('shell.signOut')}
          </Button>
          <Button type="submit" tone="primary" busy={submit.busy && t('signIn.busy')}>
            {t('ended.submit')}
          </Button>
        </>
      }
    >
      <div ref={form} className={text.stack}>
        {refusal && <RefusalNote error={refusal} app={app} />}
        <CodeField
          label={t('proof.code')}
          help={t('proof.code.help')}
          value={code}
          error={submit.errors.code}
          autoFocus
          onChange={setCode}
        />
      </div>
    </Dialog>
  );
}
