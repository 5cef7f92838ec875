import { Panel, PanelBody } from '@/components/panel';
import { Bone, Loading } from '@/components/state-view';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import { Breadcrumbs } from './breadcrumbs';
import css from './user.module.css';

/** The shape of the record that is on its way. */
export function UserSkeleton() {
  return (
    <>
      <Breadcrumbs>…</Breadcrumbs>
      <h1 className={text.vh} data-loading>
        {t('user.loading')}
      </h1>
      <Loading label={t('user.loading')}>
        <div className={css.record}>
          <Bone width="card" />
          <div className={css.text}>
            <Bone width={1} />
          </div>
        </div>
        <div className={css.columns}>
          {[t('user.profile'), t('user.methods')].map((title) => (
            <Panel key={title} id={`loading-${title}`} title={title}>
              <PanelBody>
                <div className={text.stack}>
                  <Bone width={3} />
                  <Bone width={2} />
                </div>
              </PanelBody>
            </Panel>
          ))}
        </div>
      </Loading>
    </>
  );
}
