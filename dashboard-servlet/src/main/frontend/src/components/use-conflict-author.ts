import { getJson } from '@/lib/api-client';
import type { AuditEvent, AuditLog } from '@/lib/api-types';
import { actorLabel } from '@/lib/audit-sentence';
import { disabledQuery, useQuery } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';

/** What was saved, and where the audit log tells of it. */
export type SavedThing = {
  /** An action, or all of a component by the part up to the dot: the actions of a recipe begin with its name. */
  readonly action: string;
  /** Of the state that was saved: who saved another one is asked for anew. */
  readonly version: string | number;
  /** On whom. */
  readonly user?: string;
  /** The name of the thing, if it is no user. */
  readonly target?: string;
};

const LAST = 50;

/** Who saved it last: a name, or whether it was this operator; nothing to those who may not know, or when nobody does. */
export type ConflictAuthor = { readonly name: string; readonly isMe: boolean } | undefined;

/** Asks the audit log who was first; `thing` is absent where there is no conflict. */
export function useConflictAuthor(thing: SavedThing | undefined): ConflictAuthor {
  const { app, can, operator } = useSession();
  const event = useQuery<AuditLog | undefined>(
    thing && can('audit:read') ? changesQuery(thing) : disabledQuery,
  ).data?.items.find((one) => isAbout(one, thing));
  if (!event) return undefined;
  const { kind, id } = event.actor;
  return { name: actorLabel(event, app.name), isMe: kind === 'operator' && id === operator.id };
}

function changesQuery({ action, user, target, version }: SavedThing) {
  const path = linkTo(['audit'], { user, action, size: user ? 10 : LAST });
  return {
    key: `changes:${path}:${target}:${version}`,
    load: (signal: AbortSignal) => getJson<AuditLog>(path, signal),
  };
}

/** Of a thing that is no user, not of a user who has got or lost it. */
const isAbout = (event: AuditEvent, thing: SavedThing | undefined) =>
  thing?.target === undefined || (event.target === thing.target && !event.user);
