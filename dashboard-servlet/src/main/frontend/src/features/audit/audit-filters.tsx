import { FilterSheet } from '@/components/filter-sheet';
import field from '@/components/form/field.module.css';
import { Select } from '@/components/form/select';
import layout from '@/components/layout.module.css';
import type { AuditEvent } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { firstDay, isMidnight, isoDay, lastDay, midnight } from '@/lib/days';
import { formatClock } from '@/lib/format';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import css from './audit.module.css';
import { type AuditLocation, auditLink, changed, type SetProps, SPANS } from './audit-location';
import { ActionFilter, ActorFilter, UserFilter } from './searched-filters';

type AuditFiltersProps = {
  readonly location: AuditLocation;
  /** What is on the page: names for what the address has only an id of. */
  readonly events: readonly AuditEvent[];
};

/** Side by side, and on small screens in a sheet. */
export function AuditFilters(props: AuditFiltersProps) {
  const { cursor: _, from, to, ...others } = props.location;
  const count = Object.values({ ...others, between: from ?? to }).filter((value) => value !== undefined).length;
  return (
    <search className={layout.bar} aria-label={t('audit.filters')}>
      <div className={cx(css.filters, text.noSmall)}>
        <Filters {...props} />
      </div>
      <div className={text.onlySmall}>
        <FilterSheet count={count} done={t('audit.filters.show')}>
          <div className={css.filters}>
            <Filters {...props} />
          </div>
        </FilterSheet>
      </div>
    </search>
  );
}

function Filters({ location, events }: AuditFiltersProps) {
  const { tenants, can } = useSession();
  const set = (change: Partial<AuditLocation>) => navigate(auditLink(changed(location, change)));
  return (
    <>
      <ActorFilter location={location} events={events} set={set} />
      <ActionFilter location={location} set={set} />
      {(location.user || can('users:read')) && <UserFilter location={location} events={events} set={set} />}
      {tenants.length > 1 && (
        <Select
          label={t('audit.column.tenant')}
          value={location.tenant ?? ''}
          options={[{ id: '', label: t('audit.tenant.any') }, ...tenants.map(({ id, name }) => ({ id, label: name }))]}
          onChange={(tenant) => set({ tenant: tenant || undefined })}
        />
      )}
      <TimeFilter location={location} set={set} />
    </>
  );
}

function TimeFilter({ location, set }: SetProps) {
  const between = location.from !== undefined || location.to !== undefined;
  const choose = (value: string) => {
    if (value === 'dates') return set({ days: undefined, from: midnight(isoDay(new Date()), -7) });
    set({ days: SPANS.find((span) => String(span) === value), from: undefined, to: undefined });
  };
  return (
    <>
      <Select
        label={t('audit.time')}
        value={between ? 'dates' : String(location.days ?? '')}
        options={[
          { id: '', label: t('audit.time.any') },
          ...SPANS.map((span) => ({ id: String(span), label: t(`audit.time.${span}d`) })),
          { id: 'dates', label: t('audit.time.dates') },
        ]}
        onChange={choose}
      />
      {between && (
        <>
          <DayField
            label={t('audit.time.from')}
            value={firstDay(location.from)}
            moment={location.from}
            max={lastDay(location.to)}
            set={(day) => set({ from: day && midnight(day) })}
          />
          <DayField
            label={t('audit.time.to')}
            value={lastDay(location.to)}
            moment={location.to}
            min={firstDay(location.from)}
            set={(day) => set({ to: day && midnight(day, 1) })}
          />
        </>
      )}
    </>
  );
}

type DayFieldProps = {
  readonly label: string;
  readonly value: string;
  /** Where it begins or ends: a link from another time zone may mean another moment than midnight. */
  readonly moment: string | undefined;
  readonly min?: string;
  readonly max?: string;
  readonly set: (day: string | undefined) => void;
};

/** Asks once the day is whole, not with each of its digits. */
function DayField({ label, value, moment, min, max, set }: DayFieldProps) {
  return (
    <label className={css.date}>
      {label}
      <input
        type="date"
        className={field.input}
        value={value}
        min={min}
        max={max}
        onChange={(event) => event.currentTarget.value !== value && set(event.currentTarget.value || undefined)}
      />
      {moment && !isMidnight(new Date(moment)) && <span>{formatClock(moment)}</span>}
    </label>
  );
}
