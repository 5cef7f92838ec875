import chip from '@/components/chip.module.css';
import field from '@/components/field.module.css';
import { Icon } from '@/components/icon';
import layout from '@/components/layout.module.css';
import { Select } from '@/components/select';
import type { AuditEvent } from '@/lib/contract';
import { cx } from '@/lib/cx';
import { shorten } from '@/lib/format';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import { actionsOf } from './actions';
import css from './audit.module.css';
import { type AuditPlace, auditLink, changed, isoDay, SPANS } from './audit-place';

type AuditFiltersProps = {
  readonly place: AuditPlace;
  /** What is on the page: names for what the address has only an id of. */
  readonly events: readonly AuditEvent[];
};

const KINDS = ['operator', 'user', 'anonymous', 'system'] as const;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

export function AuditFilters({ place, events }: AuditFiltersProps) {
  const { tenants } = useSession();
  const set = (change: Partial<AuditPlace>) => navigate(auditLink(changed(place, change)));
  const kind = place.actor?.includes(':') ? undefined : place.actor;
  return (
    <search className={layout.bar} aria-label={t('audit.filters')}>
      <div className={css.filters}>
        {!place.actor?.includes(':') && (
          <Select
            label={t('audit.by')}
            value={kind ?? ''}
            options={[{ id: '', label: t('audit.by.any') }, ...KINDS.map((id) => ({ id, label: t(`audit.by.${id}`) }))]}
            onChange={(actor) => set({ actor: actor || undefined })}
          />
        )}
        <Select
          label={t('audit.action')}
          value={place.action ?? ''}
          options={[{ id: '', label: t('audit.action.any') }, ...actionsOf(place.action)]}
          onChange={(action) => set({ action: action || undefined })}
        />
        {tenants.length > 1 && (
          <Select
            label={t('audit.column.tenant')}
            value={place.tenant ?? ''}
            options={[
              { id: '', label: t('audit.tenant.any') },
              ...tenants.map(({ id, name }) => ({ id, label: name })),
            ]}
            onChange={(tenant) => set({ tenant: tenant || undefined })}
          />
        )}
        <TimeFilter place={place} set={set} />
        <IdChips place={place} events={events} set={set} />
      </div>
    </search>
  );
}

type SetProps = { readonly place: AuditPlace; readonly set: (change: Partial<AuditPlace>) => void };

function TimeFilter({ place, set }: SetProps) {
  const between = place.from !== undefined || place.to !== undefined;
  const choose = (value: string) => {
    if (value === 'dates') return set({ days: undefined, from: isoDay(new Date(Date.now() - WEEK_MS)) });
    set({ days: SPANS.find((span) => String(span) === value), from: undefined, to: undefined });
  };
  return (
    <>
      <Select
        label={t('audit.time')}
        value={between ? 'dates' : String(place.days ?? '')}
        options={[
          { id: '', label: t('audit.time.any') },
          ...SPANS.map((span) => ({ id: String(span), label: t(`audit.time.${span}d`) })),
          { id: 'dates', label: t('audit.time.dates') },
        ]}
        onChange={choose}
      />
      {between && (
        <>
          <DayField label={t('audit.time.from')} value={place.from} max={place.to} set={(from) => set({ from })} />
          <DayField label={t('audit.time.to')} value={place.to} min={place.from} set={(to) => set({ to })} />
        </>
      )}
    </>
  );
}

type DayFieldProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly min?: string;
  readonly max?: string;
  readonly set: (day: string | undefined) => void;
};

/** Asks once the day is whole, not with each of its digits. */
function DayField({ label, value, min, max, set }: DayFieldProps) {
  return (
    <label className={css.date}>
      {label}
      <input
        type="date"
        className={field.input}
        value={value ?? ''}
        min={min}
        max={max}
        onChange={(event) => event.currentTarget.value !== (value ?? '') && set(event.currentTarget.value || undefined)}
      />
    </label>
  );
}

/** The user and the person that a link has led to. */
function IdChips({ place, events, set }: SetProps & { readonly events: readonly AuditEvent[] }) {
  const { user, actor } = place;
  const actorId = actor?.includes(':') ? actor.slice(actor.indexOf(':') + 1) : undefined;
  const userName = events.find((event) => event.user?.id === user)?.user?.name;
  const actorName = events.find((event) => event.actor.id === actorId)?.actor.name;
  return (
    <>
      {user && (
        <FilterChip
          words={t('audit.chip.user', { name: userName ?? shorten(user) })}
          onRemove={() => set({ user: undefined })}
        />
      )}
      {actorId && (
        <FilterChip
          words={t('audit.chip.actor', { name: actorName ?? shorten(actorId) })}
          onRemove={() => set({ actor: undefined })}
        />
      )}
    </>
  );
}

function FilterChip({ words, onRemove }: { readonly words: string; readonly onRemove: () => void }) {
  return (
    <span className={cx(chip.chip, chip.large)}>
      <span>{words}</span>
      <button
        type="button"
        className={chip.remove}
        aria-label={t('audit.chip.remove', { name: words })}
        onClick={onRemove}
      >
        <Icon name="x" small />
      </button>
    </span>
  );
}
