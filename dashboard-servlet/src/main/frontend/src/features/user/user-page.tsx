import { useEffect, useRef, useState } from 'preact/compat';
import panel from '@/components/panel.module.css';
import { UserSection } from '@/components/panels/user-section';
import { displayName } from '@/components/person';
import { FailedState } from '@/components/state-view';
import type { Section, UserRecord } from '@/lib/contract';
import { useTitle } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { invalidate, useQuery } from '@/lib/query';
import { useSession } from '@/lib/session';
import type { Act } from './act';
import { userQuery } from './api/user';
import { Crumbs } from './crumbs';
import { HandOver, useHandOver } from './hand-over';
import { JumpBar } from './jump-bar';
import { MethodsPanel } from './methods-panel';
import { ProfilePanel } from './profile-panel';
import { rightsOn } from './rights';
import { inRows, inRowsWith } from './section-rows';
import { SessionsPanel } from './sessions-panel';
import { TenantsPanel } from './tenants-panel';
import { TimelinePanel } from './timeline-panel';
import css from './user.module.css';
import { UserActs } from './user-acts';
import { UserDialog } from './user-dialogs';
import { UserGone } from './user-gone';
import { UserHead } from './user-head';
import { LookOnly, SuspendedNote } from './user-notes';
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
        <Crumbs>{id}</Crumbs>
        <FailedState title={t('user.error.title')} error={error} app={app} onRetry={retry} page />
      </>
    );
  }
  if (!data) return <UserSkeleton />;
  return <Record record={data} onChanged={() => invalidate('users')} />;
}

type RecordProps = { readonly record: UserRecord; readonly onChanged: () => void };

function Record({ record, onChanged }: RecordProps) {
  const session = useSession();
  const { user, sessions, timeline } = record;
  const rights = rightsOn(user, session);
  const [act, setAct] = useState<Act>();
  const handOver = useHandOver(user.id);
  useOpeningAnchor();

  return (
    <>
      <LookOnly user={user} rights={rights} />
      <Crumbs>{displayName(user)}</Crumbs>
      <UserHead user={user}>
        <UserActs user={user} rights={rights} onAct={setAct} onLink={handOver.show} />
      </UserHead>
      <div className={css.notes}>
        {handOver.link && <HandOver user={user} link={handOver.link} onDismiss={handOver.dismiss} />}
        <SuspendedNote user={user} mayEdit={rights.write} onChanged={onChanged} />
      </div>
      <JumpBar record={record} sections={session.sections} />
      <div className={css.columns} data-side={Boolean(timeline)}>
        <div className={css.panels}>
          <ProfilePanel user={user} mayEdit={rights.write} onChanged={onChanged} />
          <MethodsPanel methods={user.methods} rights={rights} onAct={setAct} />
          <Sections record={record} mayEdit={rights.write} onChanged={onChanged} />
          {sessions && (
            <SessionsPanel
              user={user}
              sessions={sessions}
              onEndAll={() => setAct({ kind: 'sessions' })}
              onChanged={onChanged}
            />
          )}
        </div>
        {timeline && <TimelinePanel key={timeline.items[0]?.id} user={user} first={timeline} />}
      </div>
      {act && (
        <UserDialog
          key={act.kind}
          act={act}
          record={record}
          maySuspend={rights.write && user.status !== 'suspended'}
          onAct={setAct}
          onChanged={onChanged}
          onClose={() => setAct(undefined)}
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
