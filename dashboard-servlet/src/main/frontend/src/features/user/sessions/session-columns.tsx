import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import panel from '@/components/panel.module.css';
import type { TableColumn } from '@/components/table/data-table';
import table from '@/components/table/table.module.css';
import { Time } from '@/components/time';
import type { Session } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { rich, t } from '@/lib/i18n';
import type { OperatorSession } from '@/lib/session';
import { describeDevice } from '@/lib/user-agent';
import text from '@/styles/text.module.css';
import css from '../user.module.css';

/** A note of so many characters stands beside its session. */
const SHORT = 60;

type Ending = { readonly ending: string | undefined; readonly onEnd: (session: Session) => void };

/** Device, times, and, for those who may, the button that ends the session. */
export function sessionColumns(operator: OperatorSession, end: Ending | undefined): readonly TableColumn<Session>[] {
  const columns: readonly TableColumn<Session>[] = [
    {
      id: 'device',
      label: t('user.sessions.device'),
      small: 'main',
      cell: (session) => <Device session={session} operator={operator} />,
    },
    {
      id: 'lastUsed',
      label: t('user.sessions.lastUsed'),
      width: 'sm',
      small: 'line',
      kind: 'time',
      cell: (session) => <LastUsed at={session.lastUsedAt} />,
    },
    {
      id: 'created',
      label: t('user.sessions.created'),
      width: 'date',
      kind: 'time',
      cell: (session) => <Time at={session.createdAt} as="moment" />,
    },
    {
      id: 'expires',
      label: t('user.sessions.expires'),
      width: 'sm',
      kind: 'time',
      cell: (session) => <Time at={session.expiresAt} as="until" />,
    },
  ];
  return end ? [...columns, endColumn(end)] : columns;
}

function endColumn({ ending, onEnd }: Ending): TableColumn<Session> {
  return {
    id: 'end',
    label: t('common.actions'),
    head: <span className={text.vh}>{t('common.actions')}</span>,
    width: 'end',
    small: 'acts',
    kind: 'acts',
    cell: (session) => (
      <Button
        small
        label={t('user.sessions.endOne', { device: describeDevice(session.userAgent).name })}
        busy={ending === session.handle && t('user.sessions.ending')}
        onClick={() => onEnd(session)}
      >
        {t('user.sessions.end')}
      </Button>
    ),
  };
}

function Device({ session, operator }: { readonly session: Session; readonly operator: OperatorSession }) {
  const device = describeDevice(session.userAgent);
  const tenant = operator.tenants.length > 1 ? operator.tenantName(session.tenant) : undefined;
  const line = session.ip && tenant ? t('user.sessions.from', { ip: session.ip, tenant }) : (session.ip ?? tenant);
  return (
    <div className={table.who}>
      <span className={cx(panel.glyph, text.noSmall)}>
        <Icon name={device.mobile ? 'phone' : 'laptop'} />
      </span>
      <span className={table.whoText}>
        <span className={table.name} title={session.userAgent}>
          {device.name}
        </span>
        {line && <span className={cx(table.line, text.num)}>{line}</span>}
        {session.hostData && <Note words={session.hostData} />}
      </span>
    </div>
  );
}

/** What the host has noted, as it is; a long one is folded. */
function Note({ words }: { readonly words: string }) {
  if (words.length <= SHORT) return <span className={cx(css.note, text.faint)}>{words}</span>;
  return (
    <details className={text.fold}>
      <summary>{t('user.sessions.note')}</summary>
      <span className={css.note}>{words}</span>
    </details>
  );
}

/** Under the device, on small screens, the time needs to say what it is. */
function LastUsed({ at }: { readonly at: string }) {
  return (
    <>
      <span className={text.noSmall}>
        <Time at={at} as="ago" />
      </span>
      <span className={cx(text.onlySmall, text.faint)}>
        {rich('user.sessions.lastUsedAt', { time: <Time at={at} as="ago" /> })}
      </span>
    </>
  );
}
