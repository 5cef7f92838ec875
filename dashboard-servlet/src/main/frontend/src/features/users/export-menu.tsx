import { Menu, type MenuItem } from '@/components/menu';
import type { UserCount } from '@/lib/contract';
import { download } from '@/lib/download';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { totalWords } from './users-foot';
import { exportPath, type UsersPlace } from './users-place';

const FORMATS = [
  { id: 'csv', label: 'users.export.csv', inFull: 'users.export.asCsv' },
  { id: 'jsonl', label: 'users.export.jsonl', inFull: 'users.export.asJsonl' },
] as const;

type ExportMenuProps = {
  readonly place: UsersPlace;
  readonly total: UserCount | undefined;
};

/** Everybody whom the list shows on all its pages, as a file. */
export function ExportMenu({ place, total }: ExportMenuProps) {
  return (
    <Menu
      large
      icon="download"
      label={total ? t('users.export.count', { total: totalWords(total) }) : t('users.export')}
      words={t('users.export')}
      items={exportItems(place)}
    />
  );
}

/** One for each kind of file; `inFull` where nothing else says that it is about a file. */
export function exportItems(place: UsersPlace, inFull = false): MenuItem[] {
  return FORMATS.map((format) => ({
    id: format.id,
    label: t(inFull ? format.inFull : format.label),
    onSelect: () => {
      download(exportPath(place, format.id));
      toast(t('users.export.started'));
    },
  }));
}
