import { useState } from 'preact/compat';
import { SearchSelect } from '@/components/form/search-select';
import type { AuditEvent, Option } from '@/lib/api-types';
import { shorten } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useQuery } from '@/lib/query';
import { type OperatorSession, useSession } from '@/lib/session';
import { type Found, findAmong } from '@/lib/use-options';
import { useFoundUsers } from '@/lib/user-search';
import { actionName, actionOptions } from './actions';
import { byOperatorsQuery } from './api/audit';
import type { SetProps } from './audit-location';

type PeopleProps = SetProps & {
  /** What is on the page: names for what the address has only an id of. */
  readonly events: readonly AuditEvent[];
};

const KINDS = ['operator', 'api_key', 'user', 'anonymous', 'system'] as const;

export function ActionFilter({ location, set }: SetProps) {
  const { auditTexts } = useSession();
  const { action } = location;
  return (
    <SearchSelect
      label={t('audit.action')}
      shown={action ? actionName(action, auditTexts) : t('audit.action.any')}
      value={action}
      useFound={(query) => findAmong(actionOptions(auditTexts), query)}
      onPick={({ id }) => set({ action: id })}
      onClear={() => set({ action: undefined })}
    />
  );
}

/** On whom: anybody who is there now. */
export function UserFilter({ location: { user }, events, set }: PeopleProps) {
  const [chosen, setChosen] = useState<Option>();
  const name = events.find((event) => event.user?.id === user)?.user?.name;
  const picked = chosen?.id === user ? chosen?.label : undefined;
  return (
    <SearchSelect
      label={t('audit.column.user')}
      shown={user ? t('audit.chip.user', { name: name ?? picked ?? shorten(user) }) : t('audit.user.any')}
      value={user}
      useFound={useFoundUsers}
      hint={t('audit.user.hint')}
      onPick={(option) => {
        setChosen(option);
        set({ user: option.id });
      }}
      onClear={() => set({ user: undefined })}
    />
  );
}

/** Who: a sort of actor, an operator who did something lately, or a user. */
export function ActorFilter({ location: { actor }, events, set }: PeopleProps) {
  const session = useSession();
  const [chosen, setChosen] = useState<Option>();
  const known = [...kinds(), ...operatorsOf(session, events)];
  return (
    <SearchSelect
      label={t('audit.by')}
      shown={actor ? t('audit.chip.actor', { name: actorName(actor, [...known, chosen], events) }) : t('audit.by.any')}
      value={actor}
      useFound={(query) => useActors(session, events, query)}
      onPick={(option) => {
        setChosen(option);
        set({ actor: option.id });
      }}
      onClear={() => set({ actor: undefined })}
    />
  );
}

const kinds = () => KINDS.map((id) => ({ id, label: t(`audit.by.${id}`) }));

/** Sorts of actors and operators before the users that a search finds. */
function useActors(session: OperatorSession, events: readonly AuditEvent[], query: string): Found {
  const lately = useQuery(byOperatorsQuery());
  const users = useFoundUsers(session.can('users:read') ? query : '');
  const operators = operatorsOf(session, [...events, ...(lately.data?.items ?? [])]);
  const near = findAmong([...kinds(), ...operators], query).items ?? [];
  return {
    ...users,
    items: users.items && [...near, ...users.items.map((user) => ({ ...user, id: `user:${user.id}` }))],
    settled: users.settled && !lately.fetching,
  };
}

/** This operator, and those of some events, API keys included. */
function operatorsOf({ operator }: OperatorSession, events: readonly AuditEvent[]): readonly Option[] {
  const seen = new Map([[`operator:${operator.id}`, operator.name]]);
  for (const { kind, id, name } of events.map(({ actor }) => actor)) {
    if ((kind === 'operator' || kind === 'api_key') && id && name) seen.set(`${kind}:${id}`, name);
  }
  return [...seen].map(([id, label]) => ({
    id,
    label,
    hint: t(id.startsWith('operator:') ? 'audit.by.anOperator' : 'audit.by.aKey'),
  }));
}

function actorName(actor: string, known: readonly (Option | undefined)[], events: readonly AuditEvent[]): string {
  const id = actor.slice(actor.indexOf(':') + 1);
  const seen = events.find((event) => event.actor.id === id)?.actor.name;
  return known.find((option) => option?.id === actor)?.label ?? seen ?? shorten(id);
}
