import { Tabs } from '@/components/tabs';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import { PRESETS, PROFILE } from './operators-location';

/** The pages about operators that this one may see. */
export function OperatorsTabs({ current }: { readonly current: 'operators' | typeof PRESETS | typeof PROFILE }) {
  const { can } = useSession();
  if (!can('operators:read')) return null;
  return (
    <Tabs
      label={t('operators.title')}
      current={current}
      tabs={[
        { href: 'operators', words: t('operators.title') },
        { href: PRESETS, words: t('presets.title') },
        { href: PROFILE, words: t('profile.title') },
      ]}
    />
  );
}
