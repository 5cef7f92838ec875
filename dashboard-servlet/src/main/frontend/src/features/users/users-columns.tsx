import { Icon } from '@/components/icon';
import { Cell, columnKind, isBare } from '@/components/panels/cell';
import { UserStatus } from '@/components/status';
import type { TableColumn } from '@/components/table/data-table';
import { MethodsCell } from '@/components/table/methods-cell';
import table from '@/components/table/table.module.css';
import { TenantsCell } from '@/components/table/tenants-cell';
import { UserCell } from '@/components/table/user-cell';
import { Time } from '@/components/time';
import type { Column, UserRow } from '@/lib/api-types';
import { shorten } from '@/lib/format';
import { label, rich, t } from '@/lib/i18n';
import { formatPhone } from '@/lib/phone';
import type { OperatorSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { changed, type Sort, type UsersLocation, usersLink } from './users-location';

export type UsersColumn = TableColumn<UserRow> & {
  /** Can't be switched off. */
  readonly always?: boolean;
  /** Drawn only by those who ask for it. */
  readonly extra?: boolean;
  /** Whose it is. */
  readonly recipe?: string;
};

/** Our columns with those of the recipes in their midst. */
export function usersColumns(session: OperatorSession, location: UsersLocation): readonly UsersColumn[] {
  const person: UsersColumn = {
    id: 'user',
    label: t('users.column.user'),
    ...sorted(location, 'name', t('users.column.user')),
    small: 'main',
    always: true,
    cell: (user) => <UserCell user={user} />,
  };
  const methods: UsersColumn = {
    id: 'methods',
    label: t('users.column.methods'),
    width: 'words',
    cell: (user) => <MethodsCell methods={user.methods} />,
  };
  return [
    person,
    ...extraColumns(location),
    methods,
    ...recipeColumns(session),
    ...tenantsColumn(session),
    ...ownColumns(location),
  ];
}

function extraColumns(location: UsersLocation): readonly UsersColumn[] {
  const plain = (value: string | null | undefined) => <span title={value ?? undefined}>{value ?? ''}</span>;
  return [
    {
      id: 'email',
      label: t('users.column.email'),
      ...sorted(location, 'email', t('users.column.email')),
      width: 'lg',
      extra: true,
      small: 'hide',
      cell: (user) => plain(user.email),
    },
    {
      id: 'phone',
      label: t('users.column.phone'),
      width: 'md',
      extra: true,
      small: 'hide',
      cell: (user) => plain(user.phone && formatPhone(user.phone)),
    },
    {
      id: 'id',
      label: t('users.column.id'),
      width: 'md',
      extra: true,
      small: 'hide',
      cell: (user) => (
        <span className={text.mono} title={user.id}>
          {shorten(user.id)}
        </span>
      ),
    },
  ];
}

function recipeColumns(session: OperatorSession): readonly UsersColumn[] {
  return session.columns.map((column) => ({
    id: column.id,
    label: label(column.label),
    width: column.width,
    priority: column.priority,
    small: column.small,
    recipe: column.recipe,
    kind: columnKind(column.kind),
    labelled: isBare(column.kind),
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

function tenantsColumn(session: OperatorSession): readonly UsersColumn[] {
  if (session.tenants.length < 2) return [];
  return [
    {
      id: 'tenants',
      label: t('users.column.tenants'),
      width: 'words',
      priority: 3,
      cell: (user) => <TenantsCell ids={user.tenants} />,
    },
  ];
}

function ownColumns(location: UsersLocation): readonly UsersColumn[] {
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
      ...sorted(location, 'joined', t('users.column.joined')),
      width: 'date',
      priority: 2,
      kind: 'time',
      cell: (user) => <Time at={user.joinedAt} />,
    },
    {
      id: 'lastSeen',
      label: t('users.column.lastSeen'),
      ...sorted(location, 'lastSeen', t('users.column.lastSeen')),
      width: 'ago',
      small: 'end2',
      kind: 'time',
      cell: lastSeenCell,
    },
  ];
}

/** A time that came with an import says so: nobody saw the user here since. */
function lastSeenCell({ lastSeenAt, lastSeenImported }: UserRow) {
  if (!lastSeenAt) return t('time.never');
  if (!lastSeenImported) return <Time at={lastSeenAt} as="ago" />;
  return (
    <span className={text.faint}>{rich('users.lastSeen.imported', { time: <Time at={lastSeenAt} as="ago" /> })}</span>
  );
}

type Key = 'joined' | 'lastSeen' | 'name' | 'email';

/** Times begin with the latest, words with A; the one that is sorted by turns round. */
export function nextSort(now: Sort, key: Key): Sort {
  const first: Sort = key === 'joined' || key === 'lastSeen' ? `-${key}` : key;
  const second: Sort = first === key ? `-${key}` : key;
  return now === first ? second : first;
}

function sorted(location: UsersLocation, key: Key, words: string): Pick<UsersColumn, 'head' | 'sort'> {
  const isSorted = location.sort === key || location.sort === `-${key}`;
  const next = nextSort(location.sort, key);
  return {
    sort: !isSorted ? undefined : location.sort === key ? 'ascending' : 'descending',
    head: (
      <a
        className={table.sort}
        data-on={isSorted}
        href={usersLink(changed(location, { sort: next }))}
        title={t('users.sort', { order: t(`users.order.${next}`) })}
      >
        {words}
        <Icon name={isSorted ? 'adown' : 'sort'} small />
      </a>
    ),
  };
}
