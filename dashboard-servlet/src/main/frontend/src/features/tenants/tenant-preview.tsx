import { useState } from 'preact/compat';
import { Button, LinkButton } from '@/components/button';
import { PreviewFailed, PreviewLoading } from '@/components/preview-state';
import { Preview, PreviewPart } from '@/components/split-view';
import { Time } from '@/components/time';
import type { Count, TenantRecord, TenantRow } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { PUBLIC } from '@/lib/default-tenant';
import { rich, t } from '@/lib/i18n';
import { useQuery } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { tenantQuery } from './api/tenants';
import { DeleteTenant } from './delete-tenant';
import { RenameTenant } from './rename-tenant';
import { RevokeAllSessions } from './revoke-all-sessions';
import { SignInMethodSwitches } from './sign-in-method-switches';
import type { TenantsLocation } from './tenants-location';

type TenantAction = 'rename' | 'delete' | 'sessions';

type TenantPreviewProps = { readonly id: string; readonly location: TenantsLocation };

/** One preview from its skeleton to its data: focus stays on its heading. */
export function TenantPreview({ id, location }: TenantPreviewProps) {
  const { data, error, retry } = useQuery(tenantQuery(id));
  const [dialog, setDialog] = useState<TenantAction>();
  const isGone = error?.slug === 'not-found';
  const record = isGone ? undefined : data;
  const close = () => setDialog(undefined);

  return (
    <Preview
      title={isGone ? t('tenants.gone') : (record?.tenant.name ?? (error ? id : undefined))}
      line={record && <Since tenant={record.tenant} />}
      acts={record && <Acts tenant={record.tenant} onAction={setDialog} />}
    >
      {isGone && (
        <PreviewPart>
          <p className={text.muted}>{t('tenants.gone.text')}</p>
        </PreviewPart>
      )}
      {!record && error && !isGone && <PreviewFailed error={error} onRetry={retry} />}
      {!record && !error && <PreviewLoading label={t('tenants.loading')} />}
      {record && <Body record={record} onAction={setDialog} />}
      {record && dialog === 'rename' && <RenameTenant tenant={record.tenant} onClose={close} />}
      {record && dialog === 'delete' && <DeleteTenant tenant={record.tenant} location={location} onClose={close} />}
      {record && dialog === 'sessions' && <RevokeAllSessions tenant={record.tenant} onClose={close} />}
    </Preview>
  );
}

type ActsProps = { readonly tenant: TenantRow; readonly onAction: (action: TenantAction) => void };

function Since({ tenant }: { readonly tenant: TenantRow }) {
  return (
    <p className={cx(text.sm, text.muted)}>
      {rich('tenants.since', {
        id: <span className={text.mono}>{tenant.id}</span>,
        date: <Time at={tenant.createdAt} />,
      })}
    </p>
  );
}

function Acts({ tenant, onAction }: ActsProps) {
  const session = useSession();
  const mayWrite = session.can('tenants:write');
  const { number, exact } = tenant.users;
  return (
    <>
      {session.can('users:read') && (
        <LinkButton small icon="users" href={linkTo(['users'], { tenant: tenant.id })}>
          {exact ? t('tenants.seeUsers', { count: number }) : t('tenants.seeUsers.atLeast', { count: number })}
        </LinkButton>
      )}
      {mayWrite && (
        <Button small icon="edit" onClick={() => onAction('rename')}>
          {t('tenants.rename')}
        </Button>
      )}
      {mayWrite && session.operator.allTenants && tenant.id !== PUBLIC && (
        <Button small tone="danger" icon="trash" onClick={() => onAction('delete')}>
          {t('tenants.delete')}
        </Button>
      )}
    </>
  );
}

function Body({
  record,
  onAction,
}: {
  readonly record: TenantRecord;
  readonly onAction: (action: TenantAction) => void;
}) {
  const { can } = useSession();
  const { tenant, sessions } = record;
  return (
    <>
      <PreviewPart title={t('tenants.ways')}>
        <SignInMethodSwitches tenant={tenant} mayWrite={can('tenants:write')} />
      </PreviewPart>
      {sessions && (
        <PreviewPart title={t('tenants.sessions')}>
          <p className={cx(text.sm, text.muted)}>{sessionWords(tenant, sessions)}</p>
          {sessions.number > 0 && (
            <div>
              <Button small tone="danger" icon="out" onClick={() => onAction('sessions')}>
                {sessions.exact ? t('tenants.sessions.end', { count: sessions.number }) : t('user.sessions.endAll.do')}
              </Button>
            </div>
          )}
        </PreviewPart>
      )}
    </>
  );
}

function sessionWords(tenant: TenantRow, { number, exact }: Count): string {
  if (number === 0) return t('tenants.sessions.none', { tenant: tenant.name });
  return exact
    ? t('tenants.sessions.text', { tenant: tenant.name, count: number })
    : t('tenants.sessions.atLeast', { tenant: tenant.name, count: number });
}
