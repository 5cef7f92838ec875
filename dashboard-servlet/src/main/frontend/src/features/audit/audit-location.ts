import { isoDay, midnight } from '@/lib/days';
import { linkTo } from '@/lib/router';

/** What the address of the audit log says. */
export type AuditLocation = {
  /** `operator`, or `operator:` and an id. */
  readonly actor?: string;
  readonly action?: string;
  readonly user?: string;
  readonly tenant?: string;
  /** The last days, today among them. */
  readonly days?: 1 | 7 | 30;
  /** Days, as in 2026-01-31, where the operator is. */
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
};

/** A control that changes what the address says. */
export type SetProps = { readonly location: AuditLocation; readonly set: (change: Partial<AuditLocation>) => void };

export const SPANS = [1, 7, 30] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is not understood is left out: a link from yesterday still opens a list. */
export function readAuditLocation(query: URLSearchParams): AuditLocation {
  const get = (name: string) => query.get(name) || undefined;
  const day = (name: string) => (DAY.test(query.get(name) ?? '') ? get(name) : undefined);
  const days = SPANS.find((span) => span === Number(query.get('days')));
  return {
    actor: get('actor'),
    action: get('action'),
    user: get('user'),
    tenant: get('tenant'),
    days,
    from: days ? undefined : day('from'),
    to: days ? undefined : day('to'),
    cursor: get('cursor'),
  };
}

/** The address of a place; `open` is the event that is open in it. */
export function auditLink(location: AuditLocation, open?: string): string {
  return linkTo(open === undefined ? ['audit'] : ['audit', open], location);
}

/** Another filter starts at the first page: a cursor belongs to the list it came from. */
export function changed(location: AuditLocation, change: Partial<AuditLocation>): AuditLocation {
  return { ...location, cursor: undefined, ...change };
}

export function isFiltered({ cursor: _, ...filters }: AuditLocation): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** The path of the API: days become the moments where they begin and end for the operator. */
export function auditPath(location: AuditLocation, now: Date = new Date()): string {
  return linkTo(['audit'], asked(location, now));
}

/** The path of a file with all events that the filters leave, on whatever page. */
export function exportPath({ cursor: _, ...filters }: AuditLocation, format: string, now: Date = new Date()): string {
  return linkTo(['audit', 'export'], { ...asked(filters, now), format });
}

function asked(location: AuditLocation, now: Date) {
  const { days, from, to, ...rest } = location;
  const first = days ? midnight(isoDay(now), 1 - days) : from && midnight(from);
  const end = to && midnight(to, 1);
  return { ...rest, from: first, to: end };
}
