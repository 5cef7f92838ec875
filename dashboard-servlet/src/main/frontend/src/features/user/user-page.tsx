import { useEffect, useRef, useState } from 'preact/compat';
import panel from '@/components/panel.module.css';
import { UserSection } from '@/components/panels/user-section';
import { FailedState } from '@/components/state-view';
import { displayName } from '@/components/table/user-cell';
import type { Section, UserRecord } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { invalidate, useQuery } from '@/lib/query';
import { remember } from '@/lib/recent';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import { userQuery } from './api/user';
import { Breadcrumbs } from './breadcrumbs';
import type { OpenDialog } from './dialogs/open-dialog';
import { UserDialog } from './dialogs/user-dialogs';
import { JumpBar } from './jump-bar';
import { MailNote } from './mails/mail-note';
import { MailsPanel } from './mails/mails-panel';
import { useWatchedMails } from './mails/use-watched-mails';
import { MethodsPanel } from './methods/methods-panel';
import { UserLink, useOneTimeLink } from './one-time-link';
import { ProfilePanel } from './profile/profile-panel';
import { inRows, inRowsWith } from './section-rows';
import { SessionsPanel } from './sessions/sessions-panel';
import { TenantsPanel } from './tenants/tenants-panel';
import { TimelinePanel } from './timeline/timeline-panel';
import css from './user.module.css';
import { UserActions } from './user-actions';
import { UserGone } from './user-gone';
import { UserHead } from './user-head';
import { LookOnly, SuspendedNote } from './user-notes';
import { permissionsOn } from './user-permissions';
import { UserSkeleton } from './user-skeleton';

export function UserPage({ id }: { readonly id: string }) {
  const app = useSession().app.name;
  const query = userQuery(id);
  const { data, error, retry } = useQuery(query);
  const gone = error?.slug === 'not-found';
  useTitle(gone ? t('user.gone.title') : data && displayName(data.user), app);

  if (gone) return <UserGone id={id} />;
  if (!data && error) {
    return (
      <>
        <Breadcrumbs>{id}</Breadcrumbs>
        <FailedState title={t('user.error.title')} error={error} app={app} onRetry={retry} page />
      </>
    );
  }
  if (!data) return <UserSkeleton />;
  return <Record record={data} onAgain={retry} onChanged={() => invalidate('users')} />;
}

type RecordProps = { readonly record: UserRecord; readonly onChanged: () => void };

function Record({ record, onAgain, onChanged }: RecordProps & { readonly onAgain: () => void }) {
  const session = useSession();
  const { user, sessions, mails, timeline } = record;
  const rights = permissionsOn(user, session);
  const [dialog, setDialog] = useState<OpenDialog>();
  const handOver = useOneTimeLink(user.id);
  const name = displayName(user);
  useEffect(() => {
    remember({ id: user.id, label: name, hint: user.name ? user.email : undefined, href: linkTo(['users', user.id]) });
  }, [user.id, name, user.email]);
  useOpeningAnchor();
  useWatchedMails(mails, onAgain);

  return (
    <>
      <LookOnly user={user} rights={rights} />
      <Breadcrumbs>{name}</Breadcrumbs>
      <UserHead user={user}>
        <UserActions user={user} rights={rights} onAction={setDialog} onLink={handOver.show} onChanged={onChanged} />
      </UserHead>
      <div className={css.notes}>
        {handOver.link && <UserLink user={user} link={handOver.link} onDismiss={handOver.dismiss} />}
        <MailNote user={user} mails={mails} mayEdit={user.mayEdit} onChanged={onChanged} />
        <SuspendedNote user={user} mayEdit={rights.write} onChanged={onChanged} />
      </div>
      <JumpBar record={record} sections={session.sections} />
      <div className={css.columns} data-side={Boolean(timeline)}>
        <div className={css.panels}>
          <ProfilePanel user={user} mayEdit={rights.write} onChanged={onChanged} />
          <MethodsPanel methods={user.methods} rights={rights} onAction={setDialog} />
          <Sections record={record} mayEdit={rights.write} onChanged={onChanged} />
          {sessions && (
            <SessionsPanel
              user={user}
              sessions={sessions}
              onEndAll={() => setDialog({ kind: 'sessions' })}
              onChanged={onChanged}
            />
          )}
          {mails && <MailsPanel user={user} mails={mails} mayEdit={user.mayEdit} onChanged={onChanged} />}
        </div>
        {timeline && <TimelinePanel user={user} first={timeline} />}
      </div>
      {dialog && (
        <UserDialog
          key={dialog.kind}
          dialog={dialog}
          record={record}
          maySuspend={rights.write && user.status !== 'suspended'}
          onAction={setDialog}
          onChanged={onChanged}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}

const TENANTS = { id: 'tenants', width: 'half' } as const;

/** The recipes' panels, and the user's tenants among them where there are several. */
function Sections({ record, mayEdit, onChanged }: RecordProps & { readonly mayEdit: boolean }) {
  const { sections, tenants } = useSession();
  const { user, panels } = record;
  const rows = tenants.length > 1 ? inRowsWith<Section | typeof TENANTS>(sections, TENANTS) : inRows(sections);

  const draw = (section: Section | typeof TENANTS) =>
    'kind' in section ? (
      <UserSection
        key={section.id}
        section={section}
        result={Object.hasOwn(panels, section.id) ? panels[section.id] : undefined}
        user={user}
        onChanged={onChanged}
      />
    ) : (
      <TenantsPanel key={section.id} user={user} mayEdit={mayEdit} onChanged={onChanged} />
    );

  return (
    <>
      {rows.map((row) =>
        row.length === 1 ? (
          row.map(draw)
        ) : (
          <div key={row.map((section) => section.id).join()} className={panel.pair}>
            {row.map(draw)}
          </div>
        ),
      )}
    </>
  );
}

/** A link to a panel opens at that panel, once the panel is there. */
function useOpeningAnchor(): void {
  const done = useRef(false);

  useEffect(() => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!done.current && id) document.getElementById(id)?.scrollIntoView();
    done.current = true;
  }, []);
}
