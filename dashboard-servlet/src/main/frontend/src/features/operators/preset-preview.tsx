import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/overlay/confirm-dialog';
import { groupsOf, PermissionList } from '@/components/permissions';
import { Preview, PreviewPart } from '@/components/split-view';
import type { OperatorPresets, PresetRow } from '@/lib/api-types';
import { capital } from '@/lib/audit-sentence';
import { cx } from '@/lib/cx';
import { named, t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { presetName } from '@/lib/preset';
import { invalidate } from '@/lib/query';
import { navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { deletePreset } from './api/presets';
import { operatorsLink, presetLink } from './operators-location';
import { PresetForm } from './preset-form';

type PresetPreviewProps = {
  /** Absent while they are on their way, and when it is gone. */
  readonly row: PresetRow | undefined;
  readonly presets: OperatorPresets | undefined;
};

export function PresetPreview({ row, presets }: PresetPreviewProps) {
  const [dialog, setDialog] = useState<'edit' | 'delete'>();
  const close = () => setDialog(undefined);
  if (!row) {
    return (
      <Preview title={presets && t('presets.gone')}>
        {presets && (
          <PreviewPart>
            <p className={text.muted}>{t('presets.gone.text')}</p>
          </PreviewPart>
        )}
      </Preview>
    );
  }
  return (
    <Preview
      title={presetName(row.preset)}
      line={
        <p className={cx(text.sm, text.muted)}>
          {named(`preset.line.${row.preset.id}`, t('presets.holds', { count: row.permissions.length }))}
        </p>
      }
      acts={<Acts row={row} onAction={setDialog} />}
    >
      {groupsOf(row.permissions).map(({ resource, names }) => (
        <PreviewPart key={resource} title={named(`permission.of.${resource}`, capital(resource))}>
          <PermissionList names={names} />
        </PreviewPart>
      ))}
      {dialog === 'edit' && presets && <PresetForm row={row} permissions={presets.permissions} onClose={close} />}
      {dialog === 'delete' && <DeletePreset row={row} onClose={close} />}
    </Preview>
  );
}

type ActsProps = { readonly row: PresetRow; readonly onAction: (dialog: 'edit' | 'delete') => void };

/** The built-in ones are as they are; what is held can't be deleted. */
function Acts({ row, onAction }: ActsProps) {
  const { can } = useSession();
  const holders = row.holders ?? 0;
  if (row.version === undefined || !can('operators:write')) return null;
  if (!row.mayChange) return <p className={cx(text.sm, text.muted)}>{t('presets.beyond')}</p>;
  return (
    <>
      <Button small icon="edit" onClick={() => onAction('edit')}>
        {t('presets.edit')}
      </Button>
      {holders === 0 ? (
        <Button small tone="danger" icon="trash" onClick={() => onAction('delete')}>
          {t('presets.delete')}
        </Button>
      ) : (
        <a className={text.sm} href={operatorsLink({ preset: row.preset.id })}>
          {t('presets.held', { count: holders })}
        </a>
      )}
    </>
  );
}

function DeletePreset({ row, onClose }: { readonly row: PresetRow; readonly onClose: () => void }) {
  const name = presetName(row.preset);
  const remove = async () => {
    await deletePreset(row.preset.id);
    toast(t('presets.deleted', { name }));
    navigate(presetLink());
    invalidate('operator-presets');
  };
  return (
    <ConfirmDialog
      title={t('presets.delete.title', { name })}
      words={t('presets.delete.text')}
      button={t('presets.delete')}
      icon="trash"
      onConfirm={remove}
      onClose={onClose}
    />
  );
}
