import { isoDay, midnight, momentOf } from '@/lib/days';
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
  /** Moments, the second not included. They mean the same to everybody who opens the link; a plain day is UTC's. */
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
};

/** A control that changes what the address says. */
export type SetProps = { readonly location: AuditLocation; readonly set: (change: Partial<AuditLocation>) => void };

export const SPANS = [1, 7, 30] as const;
/** What is not understood is left out: a link from yesterday still opens a list. */
export function readAuditLocation(query: URLSearchParams): AuditLocation {
  const get = (name: string) => query.get(name) || undefined;
  const moment = (name: 'from' | 'to') => {
    const text = momentOf(get(name) ?? '', name);
    return Number.isNaN(Date.parse(text)) ? undefined : text;
  };
  const days = SPANS.find((span) => span === Number(query.get('days')));
  return {
    actor: get('actor'),
    action: get('action'),
    user: get('user'),
    tenant: get('tenant'),
    days,
    from: days ? undefined : moment('from'),
    to: days ? undefined : moment('to'),
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

/** The path of the API: the last days begin at the operator's midnight. */
export function auditPath(location: AuditLocation, now: Date = new Date()): string {
  return linkTo(['audit'], asked(location, now));
}

/** The path of a file with all events that the filters leave, on whatever page. */
export function exportPath({ cursor: _, ...filters }: AuditLocation, format: string, now: Date = new Date()): string {
  return linkTo(['audit', 'export'], { ...asked(filters, now), format });
}

function asked(location: AuditLocation, now: Date) {
  const { days, ...rest } = location;
  return days ? { ...rest, from: midnight(isoDay(now), 1 - days) } : rest;
}
