import { useEffect, useRef, useState } from 'preact/compat';
import { Note } from '@/components/note';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import { TotpFields, type TotpValues, totpErrors } from '@/components/second-factor/totp-fields';
import { Bone } from '@/components/state-view';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { TotpSecret } from '@/lib/api-types';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { addTotp, beginTotp } from './api/factors';

type AddAppProps = {
  /** With the recovery codes that came with the first one. */
  readonly onAdded: (recoveryCodes: readonly string[]) => void;
  readonly onClose: () => void;
};

/** An authenticator app becomes a second factor once it has shown a right one. */
export function AddApp({ onAdded, onClose }: AddAppProps) {
  const { app } = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['code', 'name']);
  const [secret, setSecret] = useState<TotpSecret>();
  const [failed, setFailed] = useState<ApiError>();
  const [values, setValues] = useState<TotpValues>({ name: t('factor.name.app'), code: '' });

  useEffect(() => {
    beginTotp().then(setSecret, (cause: unknown) => {
      const error = toApiError(cause, 'totp');
      if (error.slug === 'fresh-proof-required') onClose();
      else setFailed(error);
    });
  }, []);
  useEffect(() => form.current?.querySelector('input')?.focus(), [secret]);

  const add = () =>
    submit.run(totpErrors(values), async () => {
      const { factor, recoveryCodes } = await addTotp(values);
      toast(t('factor.added.done', { name: factor.name }));
      onAdded(recoveryCodes);
    });

  return (
    <SubmitDialog
      title={t('factor.add.title')}
      form={form}
      submit={submit}
      button={t('factor.add.do')}
      disabled={!secret}
      dirty={values.code !== ''}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      {failed && (
        <Note tone="danger" alert>
          {errorMessage(failed, app.name)}
        </Note>
      )}
      {secret && <TotpFields secret={secret} values={values} errors={submit.errors} onChange={setValues} />}
      {!secret && !failed && <Bone width="card" />}
    </SubmitDialog>
  );
}
