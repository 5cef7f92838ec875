import type { TableColumn } from '@/components/data-table';
import { Icon } from '@/components/icon';
import { MethodsCell } from '@/components/methods';
import { Cell, columnKind } from '@/components/panels/cell';
import { PersonCell } from '@/components/person';
import { UserStatus } from '@/components/status';
import table from '@/components/table.module.css';
import { Time } from '@/components/time';
import type { Column, UserRow } from '@/lib/contract';
import { label, t } from '@/lib/i18n';
import type { OperatorSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { changed, type UsersPlace, usersLink } from './users-place';

/** Our columns with those of the recipes in their midst. */
export function usersColumns(session: OperatorSession, place: UsersPlace): readonly TableColumn<UserRow>[] {
  const person: TableColumn<UserRow> = {
    id: 'user',
    label: t('users.column.user'),
    small: 'main',
    cell: (user) => <PersonCell user={user} />,
  };
  const methods: TableColumn<UserRow> = {
    id: 'methods',
    label: t('users.column.methods'),
    width: 'md',
    cell: (user) => <MethodsCell methods={user.methods} />,
  };
  return [person, methods, ...recipeColumns(session), ...tenantsColumn(session), ...ownColumns(place)];
}

function recipeColumns(session: OperatorSession): readonly TableColumn<UserRow>[] {
  return session.columns.map((column) => ({
    id: column.id,
    label: label(column.label),
    width: column.width,
    priority: column.priority,
    small: column.small,
    kind: columnKind(column.kind),
    cell: (user) => <RecipeCell user={user} column={column} />,
  }));
}

function RecipeCell({ user, column }: { readonly user: UserRow; readonly column: Column }) {
  const failure = user.cellErrors?.[column.id];
  if (failure === undefined) return <Cell kind={column.kind} width={column.width} value={user.cells?.[column.id]} />;
  return (
    <span className={text.faint} title={failure}>
      <Icon name="warn" />
      <span className={text.vh}>{failure}</span>
    </span>
  );
}

function tenantsColumn(session: OperatorSession): readonly TableColumn<UserRow>[] {
  if (session.tenants.length < 2) return [];
  const names = (user: UserRow) => user.tenants.map(session.tenantName).join(', ');
  return [
    {
      id: 'tenants',
      label: t('users.column.tenants'),
      width: 'md',
      priority: 3,
      cell: (user) => <span title={names(user)}>{names(user)}</span>,
    },
  ];
}

function ownColumns(place: UsersPlace): readonly TableColumn<UserRow>[] {
  return [
    {
      id: 'status',
      label: t('users.column.status'),
      width: 'status',
      small: 'end',
      cell: (user) => <UserStatus status={user.status} />,
    },
    {
      id: 'joined',
      label: t('users.column.joined'),
      head: <JoinedHead place={place} />,
      sort: place.sort === '-joined' ? 'descending' : 'ascending',
      width: 'date',
      priority: 2,
      kind: 'time',
      cell: (user) => <Time at={user.joinedAt} />,
    },
    {
      id: 'lastSeen',
      label: t('users.column.lastSeen'),
      width: 'ago',
      small: 'end2',
      kind: 'time',
      cell: (user) => (user.lastSeenAt ? <Time at={user.lastSeenAt} as="ago" /> : t('time.never')),
    },
  ];
}

function JoinedHead({ place }: { readonly place: UsersPlace }) {
  const newest = place.sort === '-joined';
  const other = changed(place, { sort: newest ? 'joined' : '-joined' });
  return (
    <a className={table.sort} href={usersLink(other)} title={newest ? t('users.sort.newest') : t('users.sort.oldest')}>
      {t('users.column.joined')}
      <Icon name="adown" small />
    </a>
  );
}
