import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Chip } from '@/components/chip';
import layout from '@/components/layout.module.css';
import { SplitView } from '@/components/split-view';
import { FailedState } from '@/components/state-view';
import { DataTable, type TableColumn, TableSkeleton } from '@/components/table/data-table';
import table from '@/components/table/table.module.css';
import type { PresetRow } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { formatNumber } from '@/lib/format';
import { named, t } from '@/lib/i18n';
import { presetName } from '@/lib/preset';
import { useQuery } from '@/lib/query';
import { useSession } from '@/lib/session';
import { presetsQuery } from './api/presets';
import { PRESETS, presetLink } from './operators-location';
import { OperatorsTabs } from './operators-tabs';
import { PresetForm } from './preset-form';
import { PresetPreview } from './preset-preview';

/** What operators can hold: the built-in presets and those of one's own, and beside them the one that is `open`. */
export function PresetsPage({ open }: { readonly open: string | undefined }) {
  const session = useSession();
  const presets = useQuery(presetsQuery);
  const [creating, setCreating] = useState(false);
  const mayCreate = session.can('operators:write') && session.operator.allTenants;
  const found = presets.data?.presets.find(({ preset }) => preset.id === open);
  useTitle(t('presets.title'), session.app.name);

  return (
    <>
      <div className={layout.head}>
        <h1>{t('presets.title')}</h1>
        {mayCreate && presets.data && (
          <div className={layout.acts}>
            <Button tone="primary" icon="plus" onClick={() => setCreating(true)}>
              {t('presets.create')}
            </Button>
          </div>
        )}
      </div>
      <OperatorsTabs current={PRESETS} />
      <SplitView
        open={open}
        listHref={presetLink()}
        preview={open !== undefined && <PresetPreview key={open} row={found} presets={presets.data} />}
      >
        {!presets.data && !presets.error && (
          <TableSkeleton label={t('presets.loading')} columns={columns(session.operator.allTenants)} rows={4} />
        )}
        {presets.error && !presets.data && (
          <FailedState
            title={t('page.error.title')}
            error={presets.error}
            app={session.app.name}
            onRetry={presets.retry}
          />
        )}
        {presets.data && (
          <DataTable
            caption={t('presets.title')}
            columns={columns(session.operator.allTenants)}
            rows={presets.data.presets}
            rowKey={({ preset }) => preset.id}
            open={open}
          />
        )}
      </SplitView>
      {creating && presets.data && (
        <PresetForm permissions={presets.data.permissions} onClose={() => setCreating(false)} />
      )}
    </>
  );
}

/** How many hold one of one's own is told to operators of all tenants. */
function columns(counts: boolean): readonly TableColumn<PresetRow>[] {
  return [
    {
      id: 'preset',
      label: t('operators.column.preset'),
      small: 'main',
      cell: ({ preset, version }) => (
        <>
          <a className={table.name} href={presetLink(preset.id)} title={presetName(preset)}>
            {presetName(preset)}
          </a>
          <span className={table.line}>{named(`preset.line.${preset.id}`, version ? t('presets.own') : '')}</span>
        </>
      ),
    },
    {
      id: 'kind',
      label: t('presets.column.kind'),
      width: 'md',
      small: 'line',
      cell: ({ version }) => <Chip>{version === undefined ? t('presets.builtIn') : t('presets.own')}</Chip>,
    },
    ...(counts
      ? [
          {
            id: 'holders',
            label: t('operators.title'),
            width: 'sm',
            kind: 'num' as const,
            cell: ({ holders }: PresetRow) => (holders === undefined ? '' : formatNumber(holders)),
          },
        ]
      : []),
    {
      id: 'permissions',
      label: t('presets.column.permissions'),
      width: 'md',
      kind: 'num',
      small: 'end',
      cell: ({ permissions }) => formatNumber(permissions.length),
    },
  ];
}
