import { useRef, useState } from 'preact/compat';
import { TextField } from '@/components/form/field';
import { PermissionChoice } from '@/components/form/permission-choice';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import type { PresetRow } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { invalidate } from '@/lib/query';
import { navigate } from '@/lib/router';
import { refreshSession, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { changePreset, createPreset } from './api/presets';
import { presetLink } from './operators-location';

type PresetFormProps = {
  /** The one to change; absent for a new one. */
  readonly row?: PresetRow;
  /** All that there are. */
  readonly permissions: readonly string[];
  readonly onClose: () => void;
};

/** Offers what one holds oneself, and nothing beyond it. */
export function PresetForm({ row, permissions, onClose }: PresetFormProps) {
  const { can } = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['name', 'permissions']);
  const [name, setName] = useState(row?.preset.name ?? '');
  const [held, setHeld] = useState<readonly string[]>(row?.permissions ?? []);
  const undeclared = held.filter((each) => !permissions.includes(each));
  const offered = [...permissions.filter(can), ...undeclared];

  const check = () => ({
    ...(name.trim() ? {} : { name: t('field.required') }),
    ...(held.length > 0 ? {} : { permissions: t('presets.missing') }),
  });
  const save = () =>
    submit.run(check(), async () => {
      const body = { name: name.trim(), permissions: held };
      const saved =
        row?.version === undefined ? await createPreset(body) : await changePreset(row.preset.id, row.version, body);
      toast(t(row ? 'presets.changed' : 'presets.created', { name: name.trim() }));
      invalidate('operator');
      refreshSession();
      onClose();
      if (!row) navigate(presetLink(saved.preset.id));
    });

  return (
    <SubmitDialog
      title={row ? t('presets.edit.title', { name: row.preset.name }) : t('presets.create')}
      large
      form={form}
      submit={submit}
      button={t(row ? 'presets.edit.do' : 'presets.create')}
      dirty={name !== (row?.preset.name ?? '') || held.length !== (row?.permissions.length ?? 0)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {row !== undefined && (row.holders ?? 0) > 0 && (
        <p className={text.muted}>{t('presets.edit.text', { count: row.holders ?? 0 })}</p>
      )}
      <TextField
        name="name"
        label={t('user.name')}
        maxLength={80}
        value={name}
        error={submit.errors.name}
        onChange={setName}
      />
      <PermissionChoice
        label={t('presets.column.permissions')}
        offered={offered}
        held={held}
        error={submit.errors.permissions}
        onChange={setHeld}
      />
    </SubmitDialog>
  );
}
