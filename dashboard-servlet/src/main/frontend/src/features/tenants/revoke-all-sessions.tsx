import { useState } from 'preact/compat';
import { ConfirmDialog, type ConfirmFacts } from '@/components/overlay/confirm-dialog';
import type { Tenant } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { invalidate } from '@/lib/query';
import { useSession } from '@/lib/session';
import { getSessionCount, revokeAllSessions } from './api/tenants';

type EndEveryoneProps = { readonly tenant?: Tenant; readonly onClose: () => void };

/** Ends the sessions of everyone in a tenant, or in all that the operator looks after; the button has their number. */
export function RevokeAllSessions({ tenant, onClose }: EndEveryoneProps) {
  const { operator } = useSession();
  const [count, setCount] = useState<number>();

  const load = async (): Promise<ConfirmFacts> => {
    const { sessions } = await getSessionCount(tenant?.id);
    setCount(sessions.exact ? sessions.number : undefined);
    return { facts: [{ count: sessions.number, text: { key: 'fact.sessions', text: '' }, names: [] }] };
  };
  const end = async () => {
    const ended = await revokeAllSessions(tenant?.id);
    toast(t('user.sessions.endedAll', { count: ended }));
    invalidate('tenants');
    invalidate('users');
    onClose();
  };

  const everyone = operator.allTenants ? t('tenants.everyone.text') : t('tenants.everyone.some');
  return (
    <ConfirmDialog
      title={tenant ? t('tenants.sessions.title', { tenant: tenant.name }) : t('tenants.everyone.title')}
      words={tenant ? t('tenants.sessions.words', { tenant: tenant.name }) : everyone}
      loadFacts={load}
      button={count === undefined ? t('user.sessions.endAll.do') : t('tenants.sessions.end', { count })}
      icon="out"
      onConfirm={end}
      onClose={onClose}
    />
  );
}
