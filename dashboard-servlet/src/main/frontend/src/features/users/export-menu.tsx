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
      items={exportItems(location, total)}
    />
  );
}

/** One for each kind of file, with how many users are in it; `inFull` where nothing else says that it is about a file. */
export function exportItems(location: UsersLocation, total: UserCount | undefined, inFull = false): MenuItem[] {
  const users = total && t(total.exact ? 'users.export.users' : 'users.export.users.atLeast', { count: total.count });
  return FORMATS.map((format) => ({
    id: format.id,
    label: t(inFull ? format.inFull : format.label, { users: users ?? t('users.export.all') }),
    onSelect: () => {
      download(exportPath(location, format.id));
      toast(t('users.export.started'));
    },
  }));
}
