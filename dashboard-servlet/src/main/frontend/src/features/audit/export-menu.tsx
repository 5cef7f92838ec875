import { Menu } from '@/components/overlay/menu';
import { download } from '@/lib/download';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { type AuditLocation, exportPath } from './audit-location';

const FORMATS = [
  { id: 'csv', label: 'audit.export.csv' },
  { id: 'jsonl', label: 'audit.export.jsonl' },
] as const;

/** All events that the filters leave, on whatever page, as a file. */
export function ExportMenu({ location }: { readonly location: AuditLocation }) {
  return (
    <Menu
      large
      icon="download"
      label={t('audit.export.label')}
      words={t('audit.export')}
      items={FORMATS.map(({ id, label }) => ({
        id,
        label: t(label),
        onSelect: () => {
          download(exportPath(location, id));
          toast(t('audit.export.started'));
        },
      }))}
    />
  );
}
