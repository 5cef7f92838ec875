import { Avatar } from '@/components/avatar';
import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import type { TableColumn } from '@/components/table/data-table';
import table from '@/components/table/table.module.css';
import { Time } from '@/components/time';
import type { OperatorRow } from '@/lib/api-types';
import { rich, t } from '@/lib/i18n';
import { presetName } from '@/lib/preset';
import type { OperatorSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { OperatorStatus, OperatorTenants, operatorName } from './operator-names';
import { type OperatorsLocation, operatorsLink } from './operators-location';

/** Tenants have a column where there is more than one. */
export function operatorsColumns(
  session: OperatorSession,
  location: OperatorsLocation,
): readonly TableColumn<OperatorRow>[] {
  const columns: readonly TableColumn<OperatorRow>[] = [
    {
      id: 'operator',
      label: t('operators.column.operator'),
      small: 'main',
      cell: (operator) => <Who operator={operator} session={session} location={location} />,
    },
    {
      id: 'preset',
      label: t('operators.column.preset'),
      width: 'md',
      small: 'line',
      cell: ({ preset, secondFactor }) => (
        <span className={text.row}>
          <Chip>{presetName(preset)}</Chip>
          {secondFactor && <HasFactor />}
        </span>
      ),
    },
    {
      id: 'tenants',
      label: t('tenants.title'),
      width: 'md',
      priority: 2,
      cell: (operator) => <OperatorTenants operator={operator} />,
    },
    {
      id: 'status',
      label: t('users.column.status'),
      width: 'status',
      small: 'end',
      cell: ({ status }) => <OperatorStatus status={status} />,
    },
    {
      id: 'signedIn',
      label: t('operators.column.signedIn'),
      width: 'ago',
      kind: 'time',
      small: 'end2',
      cell: ({ lastSignInAt }) =>
        lastSignInAt ? <Time at={lastSignInAt} as="ago" /> : <span className={text.faint}>{t('time.never')}</span>,
    },
  ];
  return session.tenants.length > 1 ? columns : columns.filter(({ id }) => id !== 'tenants');
}

function HasFactor() {
  return (
    <span className={text.muted} title={t('factor.title')}>
      <Icon name="phone" />
      <span className={text.vh}>{t('factor.title')}</span>
    </span>
  );
}

type WhoProps = {
  readonly operator: OperatorRow;
  readonly session: OperatorSession;
  readonly location: OperatorsLocation;
};

function Who({ operator, session, location }: WhoProps) {
  const name = operatorName(operator);
  return (
    <div className={table.who}>
      <Avatar id={operator.id} name={operator.name} />
      <span className={table.whoText}>
        <a className={table.name} href={operatorsLink(location, operator.id)} title={name}>
          {operator.id === session.operator.id ? t('operators.you', { name }) : name}
        </a>
        <span className={table.line}>
          <Line operator={operator} />
        </span>
      </span>
    </div>
  );
}

/** How they sign in; of who was invited, how long the link works. */
function Line({ operator }: { readonly operator: OperatorRow }) {
  if (operator.status !== 'invited') return operator.email;
  if (!operator.linkExpiresAt) return t('operators.link.over');
  return <>{rich('operators.link.until', { time: <Time at={operator.linkExpiresAt} as="when" /> })}</>;
}
