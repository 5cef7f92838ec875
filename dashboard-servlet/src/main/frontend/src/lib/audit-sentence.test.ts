import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/api-types';
import { en } from '@/messages/en';
import { actionLabel, sentenceOf } from './audit-sentence';

const text = (key: string, words: string) => ({ key, text: words });

const session = {
  app: { name: 'Rail' },
  bulkActions: [],
  tenantName: (id: string) => ({ staff: 'Station staff' })[id] ?? id,
  auditTexts: [
    {
      action: 'plans.assigned',
      label: text('plans.assigned', 'Plan assigned'),
      sentences: [
        text('plans.assigned.1', '{actor} moved them from {plan.before} to {plan}'),
        text('plans.assigned.2', '{actor} gave them {plan}'),
        text('plans.assigned.3', 'Took {plan}'),
      ],
    },
  ],
};
const olu = { kind: 'operator', id: 'olu', name: 'Olu' } as const;
const ada = { id: 'ada', name: 'Ada' };

const said = (action: string, event: Partial<AuditEvent> = {}) =>
  sentenceOf({ id: '1', at: '2026-03-08T12:00:00Z', action, actor: olu, user: ada, changes: [], ...event }, session)
    .words;
const changed = (field: string, before?: string, after?: string) => ({ field, before, after });

describe('our own events', () => {
  it('say who, what and the values', () => {
    const until = changed('until', undefined, '2026-12-05T12:00:00Z');
    const reason = changed('reason', undefined, 'Owes money');

    expect(said('user.suspended', { changes: [reason, until] })).toBe('Suspended by Olu until 5 Dec 2026: Owes money');
    expect(said('user.suspended', { changes: [reason, changed('until')] })).toBe('Suspended by Olu: Owes money');
    expect(said('user.tenant-added', { tenant: 'staff' })).toBe('Olu added them to Station staff');
    expect(said('user.imported', { target: 'crm-2026' })).toBe('Imported by Olu from crm-2026');
    expect(said('user.imported', { target: '019a0000-0000-7000-8000-000000000000' })).toBe('Imported by Olu');
  });

  it('name keys, and what becomes of their secrets', () => {
    const key = changed('key', undefined, 'crm-sync');
    const prefix = changed('prefix', 'udk_before00', 'udk_after000');
    const expires = changed('expires', undefined, '2026-12-05T12:00:00Z');
    const made = [
      key,
      changed('prefix', undefined, 'udk_after000'),
      changed('permissions', undefined, 'users:read'),
      changed('tenants', undefined, 'staff'),
      expires,
    ];
    const night = { kind: 'api_key', id: 'k', name: 'night-report' } as const;

    expect(said('api-key.created', { changes: made })).toBe(
      'Olu made the API key crm-sync (udk_after000) for Station staff until 5 Dec 2026: users:read',
    );
    expect(said('api-key.rotated', { changes: [key, prefix, expires] })).toBe(
      'Olu rotated the API key crm-sync: udk_after000 is good until 5 Dec 2026, in place of udk_before00',
    );
    expect(said('user.activated', { actor: night })).toBe('Activated by night-report');
  });

  it('leave no change out', () => {
    const email = changed('email', 'ada@example.org', 'countess@example.org');

    expect(said('user.updated', { changes: [email] })).toBe(
      'Olu changed the email from ada@example.org to countess@example.org',
    );
    expect(said('user.updated', { changes: [email, changed('name', undefined, 'Ada')] })).toBe(
      'Olu changed the profile: Email: ada@example.org → countess@example.org, Name: Ada',
    );
    expect(said('user.updated', { changes: [email, changed('job', undefined, '7')] })).toContain('changed the email');
  });

  it('don’t name who did it where that is the user, or nobody known', () => {
    expect(said('user.password-changed', { actor: { kind: 'user', id: 'ada', name: 'Ada' } })).toBe(
      'Changed the password',
    );
    expect(said('user.sign-in-failed', { actor: { kind: 'anonymous' } })).toBe('Sign-in refused');
    expect(said('user.created', { actor: { kind: 'system' } })).toBe('Created by Rail');
    const closed = {
      actor: { kind: 'anonymous' },
      tenant: 'staff',
      changes: [changed('reason', undefined, 'method-off')],
    };
    expect(said('user.sign-in-failed', closed as Partial<AuditEvent>)).toBe(
      'Sign-in refused: Station staff lets nobody in with a password',
    );
  });

  it('count as the language does', () => {
    const ended = (sessions: string) => said('session.all-revoked', { changes: [changed('sessions', sessions, '0')] });

    expect(ended('1')).toBe('Olu ended 1 session');
    expect(ended('1200')).toBe('Olu ended 1,200 sessions');
  });

  it('say why a job stopped, and how far it came', () => {
    const reason = changed('reason', undefined, 'Olu may not do this any more.');
    const counts = ['created', 'updated', 'refused'].map((field) => changed(field, undefined, '1200'));
    const stopped = (action: string, ...changes: AuditEvent['changes'][number][]) =>
      said(action, { actor: { kind: 'system' }, user: undefined, changes: [...changes, reason] });

    expect(stopped('bulk.stopped', changed('action', undefined, 'suspend'))).toBe(
      'The job “Suspend” stopped by itself: Olu may not do this any more.',
    );
    expect(stopped('import.stopped', changed('file', undefined, 'crm.csv'), ...counts)).toBe(
      'The import of crm.csv stopped by itself: 1,200 new, 1,200 changed, 1,200 refused. Olu may not do this any more.',
    );
  });

  it('call ways to sign in by their names', () => {
    const removed = (login: string) => said('user.login-removed', { changes: [changed('login', login)] });

    expect(removed('password ada@example.org')).toBe('Olu removed the sign-in method Password (ada@example.org)');
    expect(removed('external google 1234')).toBe('Olu removed the sign-in method Google');
    expect(removed('passwordless +442079460123')).toBe('Olu removed the sign-in method Phone code (+442079460123)');
  });

  it('say what an operator was refused', () => {
    const refused = (...changes: AuditEvent['changes'][number][]) =>
      said('operator.refused', { user: undefined, target: 'DELETE /users/{userId}', changes });
    const forbidden = [changed('reason', undefined, 'forbidden'), changed('permission', undefined, 'users:delete')];

    expect(refused(...forbidden)).toBe('Refused to Olu: DELETE /users/{userId} needs users:delete');
    expect(refused(...forbidden, changed('before', undefined, '12'))).toBe(
      'Refused to Olu: DELETE /users/{userId} needs users:delete, 12 more before',
    );
    expect(refused(changed('reason', undefined, 'cross-site'))).toContain('another site');
  });

  it('have a sentence for each action that has a name', () => {
    const named = Object.keys(en.messages).filter((key) => /^action\..+\./.test(key));

    expect(named.map((key) => key.slice('action.'.length)).sort()).toEqual(Object.keys(en.sentences).sort());
  });
});

describe('a recipe’s events', () => {
  it('are told by the first sentence that is filled', () => {
    expect(said('plans.assigned', { changes: [changed('plan', 'free', 'gold')] })).toBe(
      'Olu moved them from free to gold',
    );
    expect(said('plans.assigned', { changes: [changed('plan', undefined, 'gold')] })).toBe('Olu gave them gold');
    expect(
      said('plans.assigned', { actor: { kind: 'user', id: 'ada' }, changes: [changed('plan', undefined, 'gold')] }),
    ).toBe('Took gold');
  });

  it('are called by their name where none is', () => {
    expect(said('plans.assigned')).toBe('Plan assigned');
    expect(said('plans.assigned', { changes: [changed('plan', undefined, 'x'), changed('seats', '1', '2')] })).toBe(
      'Plan assigned',
    );
    expect(actionLabel('host.plan-given-up', [])).toBe('Plan given up');
  });

  it('read nothing out of values', () => {
    expect(said('plans.assigned', { changes: [changed('plan', undefined, '{actor}')] })).toBe('Olu gave them {actor}');
  });
});
