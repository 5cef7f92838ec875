import type { AuditEvent } from '@/lib/api-types';
import { formatDate, shorten } from '@/lib/format';
import { named, render, sentencesOf, t, type Values } from '@/lib/i18n';
import { actionLabel as jobLabel } from '@/lib/jobs';
import type { OperatorSession } from '@/lib/session';
import type { Message } from '@/messages/message';

type Session = Pick<OperatorSession, 'app' | 'auditTexts' | 'bulkActions' | 'tenantName'>;

/** What happened, and whether the words say who did it. */
export type Sentence = { readonly words: string; readonly namesActor: boolean };

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:[\d.]+)?Z$/;
const PLACEHOLDER = /\{([\w.-]+)\}/g;
const LONGEST = 120;
/** Fields of ours that hold a number: elsewhere digits may be a phone number. */
const NUMBERS: ReadonlySet<string> = new Set(['sessions', 'mails', 'created', 'updated', 'refused']);
/** Why a password didn't let somebody in who may have known it. */
const METHOD_OFF = 'method-off';
/** What every event of a job has beside its own changes. */
const JOB = 'job';

/** What happened, in words; an action that we don't know is read as it is spelt: "role-assigned", "Role assigned". */
export function actionLabel(action: string, texts: Session['auditTexts']): string {
  const spelt = action.slice(action.indexOf('.') + 1).replaceAll('-', ' ');
  const own = texts.find((text) => text.action === action);
  return named(`action.${action}`, own ? named(own.label.key, own.label.text) : capital(spelt));
}

export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What it was about, if that is something to read. */
export const targetLabel = ({ target }: AuditEvent) => (target && !ID.test(target) ? target : undefined);

/** What to call who did it. */
export function actorLabel({ actor }: AuditEvent, app: string): string {
  if (actor.kind === 'system') return app;
  if (actor.kind === 'anonymous') return t('audit.unknown');
  return actor.name ?? (actor.kind === 'user' ? t('audit.goneUser') : (actor.id ?? t('audit.unknown')));
}

/** "a, b, c" */
export function listed(words: readonly string[]): string {
  return words.reduceRight((rest, first) => (rest ? t('audit.list', { first, rest }) : first), '');
}

/** "Email", "External id"; a recipe's field as it is spelt. */
export const fieldLabel = (field: string) => named(`audit.field.${field}`, capital(field.replaceAll('.', ' ')));

/** A value as people read it: a moment is a date. */
const valueLabel = (value: string) => (MOMENT.test(value) ? formatDate(value) : value);

/** Tells of an event in a whole sentence: the first that is filled and leaves no change out, else what the action is called. */
export function sentenceOf(event: AuditEvent, session: Session): Sentence {
  const texts = session.auditTexts.find(({ action }) => action === event.action)?.sentences ?? [];
  const values = valuesOf(event, session);
  const changed = told(event).map(({ field }) => field);
  for (const message of sentencesOf(event.action, texts)) {
    const names = placeholders(message);
    const isFilled = names.every((name) => values[name] !== undefined);
    if (isFilled && leavesNothingOut(names, changed)) {
      const count = names.map((name) => values[name]).find((value) => typeof value === 'number');
      return { words: render(message, { ...values, count }), namesActor: names.includes('actor') };
    }
  }
  return { words: actionLabel(event.action, session.auditTexts), namesActor: false };
}

const placeholders = (message: Message) =>
  [...(typeof message === 'string' ? message : message.other).matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');

const fieldOf = (name: string) => (name.endsWith('.before') ? name.slice(0, -'.before'.length) : name);

/** A sentence that tells of one change tells of all; one of none tells what happened. */
function leavesNothingOut(names: readonly string[], changed: readonly string[]): boolean {
  const fields = new Set(names.map(fieldOf));
  return (
    fields.has('changes') || changed.every((field) => fields.has(field)) || !changed.some((field) => fields.has(field))
  );
}

const told = ({ changes }: AuditEvent) =>
  changes.filter(({ field, before, after }) => field !== JOB && (has(before) || has(after)));

const has = (value: string | null | undefined): value is string => typeof value === 'string' && value !== '';

/** What sentences may hold. A value that isn't there is left out. */
function valuesOf(event: AuditEvent, session: Session): Values {
  const { actor, user, tenant } = event;
  const values: Record<string, string | number | undefined> = {};
  for (const { field, before, after } of told(event)) {
    if (has(after)) values[field] = wordsOf(field, after);
    if (has(before)) values[`${field}.before`] = wordsOf(field, before);
  }
  const isSelf = actor.kind === 'user' && user?.id === actor.id;
  return {
    ...values,
    ...computed(event, session),
    changes: listed(told(event).map(changeLabel)) || undefined,
    target: targetLabel(event),
    tenant: tenant ? session.tenantName(tenant) : undefined,
    actor: isSelf || actor.kind === 'anonymous' ? undefined : actorLabel(event, session.app.name),
  };
}

function wordsOf(field: string, value: string): string | number {
  if (NUMBERS.has(field) && /^\d+$/.test(value)) return Number(value);
  const words = valueLabel(value);
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

/** "Email: ada@example.org → countess@example.org". */
export function changeLabel({ field, before, after }: AuditEvent['changes'][number]): string {
  const words = { field: fieldLabel(field), after: valueLabel(after || t('audit.nothing')) };
  return has(before) ? t('audit.change', { ...words, before: valueLabel(before) }) : t('audit.set', words);
}

/** What our own events need beside their values: names of what they hold only the key of. */
function computed(event: AuditEvent, session: Session): Values {
  const change = (field: string) => event.changes.find((one) => one.field === field);
  const after = (field: string) => change(field)?.after || undefined;
  switch (event.action.slice(0, event.action.indexOf('.'))) {
    case 'user': {
      const login = change('login');
      const from = ['from.name', 'from.email', 'from.phone'].map((field) => change(field)?.before).find(has);
      return {
        method: loginLabel(login?.after || login?.before),
        other: from ?? shorten(event.target ?? ''),
        closed: after('reason') === METHOD_OFF && event.tenant ? session.tenantName(event.tenant) : undefined,
      };
    }
    case 'tenant':
      return { method: event.target ? methodLabel(event.target) : undefined };
    case 'bulk':
      return { job: jobLabel(session, after('action') ?? ''), why: after('reason') };
    case 'operator': {
      const more = Number(after('before') ?? 0);
      const isOther = after('reason') === 'cross-site';
      const route = event.target ?? undefined;
      return {
        ...accessOf(event, session),
        need: isOther ? undefined : after('permission'),
        more: more > 0 ? more : undefined,
        route,
        otherSite: isOther ? route : undefined,
      };
    }
    case 'api-key':
      return accessOf(event, session);
    default:
      return {};
  }
}

/** Presets and tenants as people call them. */
function accessOf({ changes }: AuditEvent, { tenantName }: Session): Values {
  const tenants = (ids: string | null | undefined) =>
    has(ids) ? (ids === '*' ? t('audit.allTenants') : listed(ids.split(', ').map(tenantName))) : undefined;
  const preset = (id: string | null | undefined) => (has(id) ? named(`preset.${id}`, id) : undefined);
  const held = changes.find(({ field }) => field === 'preset');
  const where = changes.find(({ field }) => field === 'tenants');
  return {
    preset: preset(held?.after),
    'preset.before': preset(held?.before),
    tenants: tenants(where?.after),
    'tenants.before': tenants(where?.before),
  };
}

const methodLabel = (method: string) => named(`method.${method}`, method);

const ways = (kind: string, address: string | undefined) =>
  kind === 'passwordless' ? (address?.startsWith('+') ? 'phone-code' : 'email-link') : kind;

/** Of "password ada@example.org" or "external google 1234 ada@gmail.com": a name, and the address if there is one. */
function loginLabel(login: string | undefined | null): string | undefined {
  if (!login) return undefined;
  const [kind = '', ...rest] = login.split(' ');
  const address = rest.find((word) => word.includes('@') || word.startsWith('+'));
  const name = kind === 'external' ? named(`provider.${rest[0]}`, rest[0] ?? '') : methodLabel(ways(kind, address));
  return address ? t('audit.login', { name, address }) : name;
}
