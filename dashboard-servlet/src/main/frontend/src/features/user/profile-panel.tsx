import { Copy } from '@/components/copy';
import { Facts, Panel } from '@/components/panel';
import type { User } from '@/lib/contract';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';

export function ProfilePanel({ user }: { readonly user: User }) {
  const session = useSession();
  const none = <span className={text.faint}>{t('common.none')}</span>;
  const facts = [
    { label: t('user.name'), value: user.name || none },
    { label: t('user.email'), value: user.email || none },
    { label: t('user.phone'), value: user.phone || none },
    { label: t('user.externalId'), value: user.externalId ? <Copy value={user.externalId} /> : none },
  ];
  const tenants = { label: t('user.tenants'), value: user.tenants.map(session.tenantName).join(', ') || none };
  return (
    <Panel id="profile" title={t('user.profile')}>
      <Facts facts={session.tenants.length > 1 ? [...facts, tenants] : facts} />
    </Panel>
  );
}
