import type { ExportFormat } from '@/components/export-button';
import type { UserCount } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { exportPath, type UsersLocation } from './users-location';

const FORMATS = [
  { id: 'csv', label: 'users.export.csv' },
  { id: 'jsonl', label: 'users.export.jsonl' },
] as const;

/** Everybody whom the list shows on all its pages, as a file that says how many these are. */
export function exportFormats(location: UsersLocation, total: UserCount | undefined): readonly ExportFormat[] {
  const counted = total && t(total.exact ? 'users.export.users' : 'users.export.users.atLeast', { count: total.count });
  const users = counted ?? t('users.export.all');
  return FORMATS.map(({ id, label }) => ({
    id,
    label: t(label, { users }),
    path: () => exportPath(location, id),
    needsFreshProof: true,
  }));
}
