import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import layout from '@/components/layout.module.css';
import { ConfirmDialog } from '@/components/overlay/confirm-dialog';
import { Facts, Panel, PanelBody } from '@/components/panel';
import { Bone, FailedState, Loading } from '@/components/state-view';
import { Time } from '@/components/time';
import type { OperatorRecord, OperatorRow } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { zoneLabel } from '@/lib/format';
import { t } from '@/lib/i18n';
import { languageName } from '@/lib/language';
import { toast } from '@/lib/notify';
import { presetName } from '@/lib/preset';
import { invalidate, useQuery } from '@/lib/query';
import { refreshSession, useSession } from '@/lib/session';
import { endOtherSessions, endOwnSession, profileQuery } from './api/profile';
import { ChangePassword } from './change-password';
import { ChangePreferences } from './change-preferences';
import { OperatorTenants } from './operator-names';
import css from './operators.module.css';
import { PROFILE } from './operators-location';
import { OperatorsTabs } from './operators-tabs';
import { OwnFactors } from './own-factors';
import { RenameProfile } from './rename-profile';
import { SessionList } from './session-list';

type ProfileAction = 'rename' | 'preferences' | 'password' | 'sessions';

/** What an operator sees and changes of the own account. */
export function ProfilePage() {
  const session = useSession();
  const profile = useQuery(profileQuery);
  useTitle(t('profile.title'), session.app.name);

  return (
    <>
      <div className={layout.head}>
        <h1>{t('profile.title')}</h1>
      </div>
      <OperatorsTabs current={PROFILE} />
      {!profile.data && !profile.error && (
        <Loading label={t('profile.loading')}>
          <div className={css.page}>
            <Bone width="card" />
            <Bone width="card" />
          </div>
        </Loading>
      )}
      {profile.error && !profile.data && (
        <FailedState
          title={t('page.error.title')}
          error={profile.error}
          app={session.app.name}
          onRetry={profile.retry}
        />
      )}
      {profile.data && <Parts record={profile.data} />}
    </>
  );
}

function Parts({ record: { operator, sessions } }: { readonly record: OperatorRecord }) {
  const [dialog, setDialog] = useState<ProfileAction>();
  const close = () => setDialog(undefined);
  const done = () => {
    close();
    invalidate('profile');
  };
  const others = sessions.length > 1;

  return (
    <div className={css.page}>
      <Panel
        id="account"
        title={t('operators.account')}
        acts={
          <>
            <Button small icon="edit" onClick={() => setDialog('rename')}>
              {t('profile.rename')}
            </Button>
            <Button small icon="globe" onClick={() => setDialog('preferences')}>
              {t('profile.preferences')}
            </Button>
            <Button small icon="key" onClick={() => setDialog('password')}>
              {t('profile.password')}
            </Button>
          </>
        }
      >
        <AccountFacts operator={operator} />
      </Panel>
      <OwnFactors />
      <Panel
        id="sessions"
        title={t('user.sessions')}
        count={sessions.length}
        acts={
          others && (
            <Button small tone="danger" icon="out" onClick={() => setDialog('sessions')}>
              {t('profile.sessions.others')}
            </Button>
          )
        }
      >
        <PanelBody>
          <SessionList sessions={sessions} end={endOwnSession} onEnded={() => invalidate('profile')} />
        </PanelBody>
      </Panel>
      {dialog === 'rename' && (
        <RenameProfile
          operator={operator}
          onDone={() => {
            done();
            invalidate('operators');
            refreshSession();
          }}
          onClose={close}
        />
      )}
      {dialog === 'preferences' && (
        <ChangePreferences
          onDone={() => {
            close();
            refreshSession();
          }}
          onClose={close}
        />
      )}
      {dialog === 'password' && <ChangePassword onDone={done} onClose={close} />}
      {dialog === 'sessions' && <EndOthers onDone={done} onClose={close} />}
    </div>
  );
}

function AccountFacts({ operator }: { readonly operator: OperatorRow }) {
  const { tenants, operator: self } = useSession();
  const hasTenants = tenants.length > 1 || !self.allTenants;
  return (
    <Facts
      columns={1}
      facts={[
        { label: t('user.name'), value: operator.name ?? '' },
        { label: t('user.email'), value: operator.email },
        { label: t('operators.column.preset'), value: presetName(operator.preset) },
        ...(hasTenants ? [{ label: t('tenants.title'), value: <OperatorTenants operator={operator} /> }] : []),
        { label: t('shell.language'), value: self.language ? languageName(self.language) : t('profile.asBrowser') },
        { label: t('profile.timeZone'), value: self.timeZone ? zoneLabel(self.timeZone) : t('profile.asBrowser') },
        { label: t('operators.since'), value: <Time at={operator.createdAt} as="when" /> },
      ]}
    />
  );
}

type EndOthersProps = { readonly onDone: () => void; readonly onClose: () => void };

function EndOthers({ onDone, onClose }: EndOthersProps) {
  const end = async () => {
    const { ended } = await endOtherSessions();
    toast(t('user.sessions.endedAll', { count: ended }));
    onDone();
  };
  return (
    <ConfirmDialog
      title={t('profile.sessions.others.title')}
      words={t('profile.sessions.others.text')}
      button={t('profile.sessions.others')}
      icon="out"
      onConfirm={end}
      onClose={onClose}
    />
  );
}
