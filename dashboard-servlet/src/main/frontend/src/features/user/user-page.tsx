import { useEffect, useRef } from 'preact/compat';
import panel from '@/components/panel.module.css';
import { UserSection } from '@/components/panels/user-section';
import { displayName } from '@/components/person';
import { FailedState } from '@/components/state-view';
import type { Section, UserRecord } from '@/lib/contract';
import { useTitle } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { invalidate, useQuery } from '@/lib/query';
import { useSession } from '@/lib/session';
import { userQuery } from './api/user';
import { Crumbs } from './crumbs';
import { JumpBar } from './jump-bar';
import { MethodsPanel } from './methods-panel';
import { ProfilePanel } from './profile-panel';
import { inRows } from './section-rows';
import { SessionsPanel } from './sessions-panel';
import css from './user.module.css';
import { UserGone } from './user-gone';
import { UserHead } from './user-head';
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
  const { sections } = useSession();
  const { user, sessions, panels } = record;
  useOpeningAnchor();

  const draw = (section: Section) => (
    <UserSection
      key={section.id}
      section={section}
      result={Object.hasOwn(panels, section.id) ? panels[section.id] : undefined}
      user={user}
      onChanged={onChanged}
    />
  );

  return (
    <>
      <Crumbs>{displayName(user)}</Crumbs>
      <UserHead user={user} />
      <JumpBar record={record} sections={sections} />
      <div className={css.panels}>
        <ProfilePanel user={user} />
        <MethodsPanel methods={user.methods} />
        {inRows(sections).map((row) =>
          row.length === 1 ? (
            row.map(draw)
          ) : (
            <div key={row.map((section) => section.id).join()} className={panel.pair}>
              {row.map(draw)}
            </div>
          ),
        )}
        {sessions && <SessionsPanel user={user} sessions={sessions} onChanged={onChanged} />}
      </div>
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
