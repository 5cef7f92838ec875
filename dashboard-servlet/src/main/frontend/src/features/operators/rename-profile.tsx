import { useRef, useState } from 'preact/compat';
import { TextField } from '@/components/form/field';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSubmit } from '@/lib/use-submit';
import { renameProfile } from './api/profile';
import type { OperatorDialogProps } from './operator-action';

export function RenameProfile({ operator, onDone, onClose }: OperatorDialogProps) {
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['name']);
  const before = operator.name ?? '';
  const [name, setName] = useState(before);

  const rename = () =>
    submit.run(name.trim() ? {} : { name: t('field.required') }, async () => {
      await renameProfile(name.trim());
      toast(t('profile.renamed', { name: name.trim() }));
      onDone();
    });

  return (
    <SubmitDialog
      title={t('profile.rename')}
      form={form}
      submit={submit}
      button={t('profile.rename.do')}
      dirty={name !== before}
      onSubmit={() => void rename()}
      onClose={onClose}
    >
      <TextField
        name="name"
        label={t('user.name')}
        help={t('profile.rename.help')}
        autoComplete="name"
        maxLength={255}
        value={name}
        error={submit.errors.name}
        onChange={setName}
      />
    </SubmitDialog>
  );
}
