import { Suspense, useEffect } from 'preact/compat';
import { LinkButton } from '@/components/button';
import { StateView } from '@/components/state-view';
import { PRESETS, PROFILE } from '@/features/operators/operators-location';
import { RecipePage } from '@/features/recipe-page/recipe-page';
import { userQuery } from '@/features/user/api/user';
import { CreateUser } from '@/features/user/create/create-user';
import { UserPage } from '@/features/user/user-page';
import { usersQuery } from '@/features/users/api/get-users';
import { readUsersLocation, usersLink } from '@/features/users/users-location';
import { UsersPage } from '@/features/users/users-page';
import { useTitle } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { onDemand } from '@/lib/on-demand';
import { prefetch } from '@/lib/query';
import { type Location, navigate } from '@/lib/router';
import { type OperatorSession, useSession } from '@/lib/session';
import { mayOverlook, maySeeAbout, navItems } from './sidebar';

const AboutPage = onDemand(() => import('@/features/about/about-page').then((part) => part.AboutPage));
const ApiKeysPage = onDemand(() => import('@/features/api-keys/api-keys-page').then((part) => part.ApiKeysPage));
const AuditPage = onDemand(() => import('@/features/audit/audit-page').then((part) => part.AuditPage));
const ImportPage = onDemand(() => import('@/features/jobs/imports/import-page').then((part) => part.ImportPage));
const ImportJobPage = onDemand(() =>
  import('@/features/jobs/imports/import-job-page').then((part) => part.ImportJobPage),
);
const JobPage = onDemand(() => import('@/features/jobs/job-page').then((part) => part.JobPage));
const JobsPage = onDemand(() => import('@/features/jobs/jobs-page').then((part) => part.JobsPage));
const HostOperators = onDemand(() => import('@/features/operators/host-operators').then((part) => part.HostOperators));
const OperatorsPage = onDemand(() => import('@/features/operators/operators-page').then((part) => part.OperatorsPage));
const OverviewPage = onDemand(() => import('@/features/overview/overview-page').then((part) => part.OverviewPage));
const PresetsPage = onDemand(() => import('@/features/operators/presets-page').then((part) => part.PresetsPage));
const ProfilePage = onDemand(() => import('@/features/operators/profile-page').then((part) => part.ProfilePage));
const TenantsPage = onDemand(() => import('@/features/tenants/tenants-page').then((part) => part.TenantsPage));

/** In the place of a user's id: the dialog over the list. */
const CREATE = 'new';

/** Addresses that are not pages once one is signed in. */
const ENTRANCES = new Set(['', 'sign-in', 'setup', 'invite', 'reset']);

export function Routes({ location }: { readonly location: Location }) {
  return (
    <Suspense fallback={null}>
      <PageAt location={location} />
    </Suspense>
  );
}

function PageAt({ location }: { readonly location: Location }) {
  const session = useSession();
  const users = readUsersLocation(location.query);
  const [head = '', id, ...rest] = location.path.split('/').map(decodeURIComponent);

  if (ENTRANCES.has(location.path)) return <Home session={session} />;
  if (head === 'users' && session.can('users:read') && rest.length === 0) {
    if (id !== undefined && id !== CREATE) return <UserPage key={id} id={id} />;
    const mayCreate = session.can('users:create');
    return (
      <>
        <UsersPage createHref={mayCreate ? usersLink(users, CREATE) : undefined} />
        {id === CREATE && mayCreate && (
          <CreateUser tenant={users.tenant} onClose={() => navigate(usersLink(users), { replace: true })} />
        )}
      </>
    );
  }
  if (head === 'tenants' && session.can('tenants:read') && rest.length === 0) return <TenantsPage open={id} />;
  if (head === 'audit' && session.can('audit:read') && rest.length === 0) return <AuditPage open={id} />;
  if (location.path === PROFILE && session.operator.canSignOut) return <ProfilePage />;
  if (location.path.startsWith(`${PRESETS}/`) || location.path === PRESETS) {
    const shown = session.can('operators:read') && session.operator.canSignOut && rest.length < 2;
    if (shown) return <PresetsPage open={rest[0]} />;
  }
  if (head === 'operators' && session.can('operators:read') && rest.length === 0) {
    if (session.operator.canSignOut) return <OperatorsPage open={id} />;
    if (id === undefined) return <HostOperators />;
  }
  if (head === 'api-keys' && session.can('api-keys:read') && id === undefined) return <ApiKeysPage />;
  if (head === 'imports' && session.can('users:import') && rest.length === 0) {
    return id === undefined ? <ImportPage /> : <ImportJobPage key={id} id={id} />;
  }
  if (head === 'jobs' && session.can('users:read') && rest.length === 0) {
    return id === undefined ? <JobsPage /> : <JobPage key={id} id={id} />;
  }
  if (head === 'overview' && mayOverlook(session) && id === undefined) return <OverviewPage query={location.query} />;
  if (head === 'about' && maySeeAbout(session) && id === undefined) return <AboutPage />;
  const page = head === 'p' && rest.length < 2 && session.pages.find((known) => known.id === id);
  if (page) return <RecipePage key={page.id} page={page} open={rest[0]} />;
  return <NotFound app={session.app.name} />;
}

/** Asks for what the page will show while the session is still being asked for. */
export function prefetchFor(location: Location): void {
  const [head, id, ...rest] = location.path.split('/');
  if (rest.length > 0) return;
  const list = id === undefined || id === CREATE;
  if ((head === '' || head === 'users') && list) prefetch(usersQuery(readUsersLocation(location.query)));
  if (head === 'users' && !list) prefetch(userQuery(decodeURIComponent(id)));
}

function Home({ session }: { readonly session: OperatorSession }) {
  const first = navItems(session)[0]?.href;

  useEffect(() => {
    if (first) navigate(first, { replace: true });
  }, [first]);

  return first ? null : <NotFound app={session.app.name} />;
}

function NotFound({ app }: { readonly app: string }) {
  useTitle(t('shell.notFound.title'), app);
  return (
    <StateView title={t('shell.notFound.title')} art="gone" page>
      <p>{t('shell.notFound.text')}</p>
      <LinkButton tone="primary" href="./">
        {t('shell.backToUsers')}
      </LinkButton>
    </StateView>
  );
}
