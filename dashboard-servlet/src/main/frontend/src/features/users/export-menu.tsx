import { Menu, type MenuItem } from '@/components/overlay/menu';
import type { UserCount } from '@/lib/api-types';
import { download } from '@/lib/download';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { exportPath, type UsersLocation } from './users-location';
import { totalLabel } from './users-pagination';

const FORMATS = [
  { id: 'csv', label: 'users.export.csv', inFull: 'users.export.asCsv' },
  { id: 'jsonl', label: 'users.export.jsonl', inFull: 'users.export.asJsonl' },
] as const;

type ExportMenuProps = {
  readonly location: UsersLocation;
  readonly total: UserCount | undefined;
};

/** Everybody whom the list shows on all its pages, as a file. */
export function ExportMenu({ location, total }: ExportMenuProps) {
  return (
    <Menu
      large
      icon="download"
      label={total ? t('users.export.count', { total: totalLabel(total) }) : t('users.export')}
      words={t('users.export')}
      items={exportItems(location)}
    />
  );
}

/** One for each kind of file; `inFull` where nothing else says that it is about a file. */
export function exportItems(location: UsersLocation, inFull = false): MenuItem[] {
  return FORMATS.map((format) => ({
    id: format.id,
    label: t(inFull ? format.inFull : format.label),
    onSelect: () => {
      download(exportPath(location, format.id));
      toast(t('users.export.started'));
    },
  }));
}
