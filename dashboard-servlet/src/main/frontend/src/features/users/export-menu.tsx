import { Menu } from '@/components/menu';
import type { UserCount } from '@/lib/contract';
import { download } from '@/lib/download';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import { totalWords } from './users-foot';
import { exportPath, type UsersPlace } from './users-place';

const FORMATS = [
  { id: 'csv', label: 'users.export.csv' },
  { id: 'jsonl', label: 'users.export.jsonl' },
] as const;

type ExportMenuProps = {
  readonly place: UsersPlace;
  readonly total: UserCount | undefined;
};

/** Everybody whom the list shows on all its pages, as a file. */
export function ExportMenu({ place, total }: ExportMenuProps) {
  if (!useSession().can('users:export')) return null;
  return (
    <Menu
      large
      icon="download"
      label={total ? t('users.export.count', { total: totalWords(total) }) : t('users.export')}
      words={t('users.export')}
      items={FORMATS.map(({ id, label }) => ({
        id,
        label: t(label),
        onSelect: () => {
          download(exportPath(place, id));
          toast(t('users.export.started'));
        },
      }))}
    />
  );
}
