import { ChipLine } from '@/components/chip';
import { Menu } from '@/components/overlay/menu';
import { Status } from '@/components/status';
import type { TableColumn } from '@/components/table/data-table';
import table from '@/components/table/table.module.css';
import { TenantsCell } from '@/components/table/tenants-cell';
import { Time } from '@/components/time';
import type { ApiKey } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { formatWhen } from '@/lib/format';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import { statusOf, TONES } from './key-status';

type Ask = (dialog: { readonly kind: 'rotate' | 'revoke'; readonly key: ApiKey }) => void;

/** `ask` is absent for those who may only look. */
export function apiKeysColumns(ask: Ask | undefined, app: string): readonly TableColumn<ApiKey>[] {
  return [
    { id: 'key', label: t('apiKeys.column.key'), small: 'main', cell: (key) => <Name apiKey={key} /> },
    {
      id: 'may',
      label: t('apiKeys.column.may'),
      small: 'line',
      cell: ({ permissions }) => <ChipLine items={permissions.map((label) => ({ label }))} most={1} exact />,
    },
    {
      id: 'tenants',
      label: t('tenants.title'),
      width: 'md',
      priority: 3,
      cell: ({ tenants }) => <Tenants ids={tenants} />,
    },
    {
      id: 'by',
      label: t('apiKeys.column.by'),
      width: 'md',
      priority: 2,
      cell: ({ createdBy }) => createdBy.name ?? app,
    },
    {
      id: 'used',
      label: t('apiKeys.column.lastUsed'),
      width: 'ago',
      kind: 'time',
      small: 'line',
      labelled: true,
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? <Time at={lastUsedAt} as="ago" /> : <span className={text.faint}>{t('apiKeys.neverUsed')}</span>,
    },
    {
      id: 'expires',
      label: t('apiKeys.column.expires'),
      width: 'ago',
      kind: 'time',
      small: 'end2',
      cell: ({ expiresAt, revokedAt }) => <Time at={revokedAt ?? expiresAt} />,
    },
    {
      id: 'status',
      label: t('apiKeys.column.status'),
      width: 'status',
      small: 'end',
      cell: (key) => <KeyStatusCell apiKey={key} />,
    },
    ...(ask ? [actions(ask)] : []),
  ];
}

/** Below the name, what the secret begins with; where it was rotated, also the one before. */
function Name({ apiKey: { name, secrets } }: { readonly apiKey: ApiKey }) {
  const now = Date.now();
  const good = secrets.filter(({ expiresAt }, at) => at === 0 || Date.parse(expiresAt) > now);
  return (
    <>
      <span className={table.name} title={name}>
        {name}
      </span>
      {good.map(({ prefix, expiresAt }, at) => {
        const words = at === 0 ? prefix : t('apiKeys.before', { prefix, end: formatWhen(expiresAt) });
        return (
          <span key={prefix} className={cx(table.line, text.mono)} title={words}>
            {words}
          </span>
        );
      })}
    </>
  );
}

function Tenants({ ids }: { readonly ids: readonly string[] | undefined }) {
  if (!ids) return <>{t('apiKeys.allTenants')}</>;
  return ids.length > 0 ? <TenantsCell ids={ids} /> : <span className={text.faint}>{t('apiKeys.noTenants')}</span>;
}

function KeyStatusCell({ apiKey }: { readonly apiKey: ApiKey }) {
  const status = statusOf(apiKey);
  return <Status tone={TONES[status]}>{t(`apiKeys.status.${status}`)}</Status>;
}

function actions(ask: Ask): TableColumn<ApiKey> {
  return {
    id: 'actions',
    label: t('common.actions'),
    head: <span className={text.vh}>{t('common.actions')}</span>,
    width: 'xs',
    small: 'acts',
    kind: 'acts',
    cell: (key) => {
      const items = [
        { id: 'rotate', label: t('apiKeys.rotate'), icon: 'refresh', may: key.mayRotate },
        { id: 'revoke', label: t('apiKeys.revoke'), icon: 'trash', danger: true, may: !key.revokedAt },
      ] as const;
      const offered = items
        .filter(({ may }) => may)
        .map((item) => ({ ...item, onSelect: () => ask({ kind: item.id, key }) }));
      return offered.length > 0 && <Menu label={t('apiKeys.actions', { name: key.name })} items={offered} />;
    },
  };
}
