import { ConfirmDialog } from '@/components/overlay/confirm-dialog';
import type { ApiKey } from '@/lib/api-types';
import { formatAgo } from '@/lib/format';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { invalidate } from '@/lib/query';
import { revokeApiKey } from './api/api-keys';

export function RevokeApiKey({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const { id, name, lastUsedAt } = apiKey;
  const revoke = async () => {
    await revokeApiKey(id);
    toast(t('apiKeys.revoked', { name }));
    invalidate('api-keys');
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('apiKeys.revoke.title', { name })}
      words={t('apiKeys.revoke.text')}
      more={lastUsedAt && t('apiKeys.revoke.used', { ago: formatAgo(lastUsedAt) })}
      button={t('apiKeys.revoke')}
      onConfirm={revoke}
      onClose={onClose}
    />
  );
}
