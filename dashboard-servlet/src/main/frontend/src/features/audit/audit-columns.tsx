import { ActorCell, isFailure, UserLink } from '@/components/audit-event';
import type { TableColumn } from '@/components/table/data-table';
import table from '@/components/table/table.module.css';
import { Time } from '@/components/time';
import type { AuditEvent } from '@/lib/api-types';
import { sentenceOf } from '@/lib/audit-sentence';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import type { OperatorSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import css from './audit.module.css';
import { type AuditLocation, auditLink } from './audit-location';

export function auditColumns(
  session: OperatorSession,
  location: AuditLocation,
  open: string | undefined,
): readonly TableColumn<AuditEvent>[] {
  const columns: readonly TableColumn<AuditEvent>[] = [
    {
      id: 'at',
      label: t('audit.column.time'),
      width: 'date',
      small: 'end',
      kind: 'time',
      cell: ({ at }) => (
        <span className={text.faint}>
          <Time at={at} as="when" />
        </span>
      ),
    },
    {
      id: 'who',
      label: t('audit.column.who'),
      width: 'md',
      small: 'line',
      cell: (event) => <ActorCell event={event} />,
    },
    {
      id: 'what',
      label: t('audit.column.what'),
      small: 'main',
      cell: (event) => (
        <What event={event} words={sentenceOf(event, session).words} location={location} open={event.id === open} />
      ),
    },
    {
      id: 'user',
      label: t('audit.column.user'),
      width: 'md',
      priority: 2,
      small: 'line',
      cell: ({ user }) => (user ? <OnUser user={user} /> : <Nothing />),
    },
  ];
  return [...columns, ...tenantColumn(session), fromColumn];
}

const fromColumn: TableColumn<AuditEvent> = {
  id: 'from',
  label: t('audit.column.from'),
  width: 'action',
  priority: 2,
  small: 'end2',
  cell: ({ actor }) => <span className={cx(text.num, text.faint)}>{actor.ip}</span>,
};

function tenantColumn(session: OperatorSession): readonly TableColumn<AuditEvent>[] {
  if (session.tenants.length < 2) return [];
  return [
    {
      id: 'tenant',
      label: t('audit.column.tenant'),
      width: 'sm',
      priority: 2,
      cell: ({ tenant }) => tenant && session.tenantName(tenant),
    },
  ];
}

type WhatProps = {
  readonly event: AuditEvent;
  readonly words: string;
  readonly location: AuditLocation;
  readonly open: boolean;
};

/** Opens the row in place, and closes it again. */
function What({ event, words, location, open }: WhatProps) {
  return (
    <a
      className={cx(table.name, css.what)}
      data-tone={isFailure(event.action) ? 'danger' : undefined}
      href={auditLink(location, open ? undefined : event.id)}
      title={words}
      aria-expanded={open}
      data-split="list"
    >
      {words}
    </a>
  );
}

/** In a card, where no heading says so, with the word for it. */
const OnUser = ({ user }: { readonly user: NonNullable<AuditEvent['user']> }) => (
  <>
    <span className={cx(text.onlySmall, text.faint)}>{t('audit.column.user')}: </span>
    <UserLink user={user} className={table.over} />
  </>
);

const Nothing = () => <span className={cx(text.faint, text.noSmall)}>{t('audit.nothing')}</span>;
