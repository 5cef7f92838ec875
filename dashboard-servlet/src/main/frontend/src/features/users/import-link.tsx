import { LinkButton } from '@/components/button';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';

export const IMPORT_HREF = 'imports';

/** Leads to the import, for those who may. */
export function ImportLink() {
  return useSession().can('users:import') ? <LinkButton href={IMPORT_HREF}>{t('import.link')}</LinkButton> : null;
}
