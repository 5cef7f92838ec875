import layout from '@/components/layout.module.css';
import { Facts, Panel } from '@/components/panel';
import { Bone, FailedState, Loading } from '@/components/state-view';
import type { About } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { useQuery } from '@/lib/query';
import { useSession } from '@/lib/session';
import css from './about.module.css';
import { AbsentRecipes } from './absent-recipes';
import { aboutQuery } from './api/about';
import { Components } from './components';

/** Of the documentation, what operators and those who run the app look up. */
const GUIDES = ['operators', 'security', 'recipes', 'databases', 'import-export', 'audit-events', 'http-api'] as const;

/** What runs, on what, and what could be added. */
export function AboutPage() {
  const { app } = useSession();
  const about = useQuery(aboutQuery);
  useTitle(t('about.title'), app.name);

  return (
    <>
      <div className={layout.head}>
        <h1>{t('about.title')}</h1>
      </div>
      {!about.data && !about.error && (
        <Loading label={t('about.loading')}>
          <div className={css.page}>
            <Bone width="card" />
            <Bone width="box" />
          </div>
        </Loading>
      )}
      {about.error && !about.data && (
        <FailedState title={t('about.error.title')} error={about.error} app={app.name} onRetry={about.retry} />
      )}
      {about.data && <Parts about={about.data} />}
    </>
  );
}

function Parts({ about }: { readonly about: About }) {
  const { app, operator } = useSession();
  const { database, pool, mail } = about;
  const facts = [
    { label: t('about.version'), value: about.version },
    { label: t('about.database'), value: `${database.product} ${database.version}` },
    { label: t('about.driver'), value: `${database.driver} ${database.driverVersion}` },
    { label: t('about.pool'), value: <Pool pool={pool} /> },
    { label: t('about.mail'), value: t(`about.mail.${mail}`, { app: app.name }) },
    {
      label: t('about.access'),
      value: t(operator.canSignOut ? 'about.access.own' : 'about.access.host', { app: app.name }),
    },
  ];
  return (
    <div className={css.page}>
      <Panel id="facts" title={app.name}>
        <Facts facts={facts} />
      </Panel>
      <Components components={about.components} />
      {about.absentRecipes.length > 0 && <AbsentRecipes recipes={about.absentRecipes} version={about.version} />}
      <Panel id="documentation" title={t('about.documentation')}>
        <ul className={css.guides}>
          {GUIDES.map((guide) => (
            <li key={guide}>
              <a href={`${about.documentation}${guide}.md`} target="_blank" rel="noreferrer">
                {t(`about.guide.${guide}`)}
              </a>
            </li>
          ))}
          <li>
            <a href="api/openapi.json" target="_blank" rel="noreferrer">
              {t('about.openapi')}
            </a>
          </li>
        </ul>
      </Panel>
    </div>
  );
}

function Pool({ pool }: { readonly pool: About['pool'] }) {
  const { active, idle, waiting, most } = pool;
  return (
    <>
      {pool.ours ? t('about.pool.ours') : <span title={pool.type}>{pool.type.split('.').at(-1)}</span>}
      {most !== undefined && <span className={css.more}>{t('about.pool.use', { active, idle, most })}</span>}
      {waiting !== undefined && waiting > 0 && (
        <span className={css.more}>{t('about.pool.waiting', { count: waiting })}</span>
      )}
    </>
  );
}
