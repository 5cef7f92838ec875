import { Icon } from '@/components/icon';
import { Panel } from '@/components/panel';
import panel from '@/components/panel.module.css';
import { Status, type Tone } from '@/components/status';
import { Time } from '@/components/time';
import type { About } from '@/lib/api-types';
import { rich, t } from '@/lib/i18n';
import css from './about.module.css';

type Component = About['components'][number];

const TONES: Readonly<Record<Component['schema'], Tone>> = {
  up_to_date: 'ok',
  behind: 'warn',
  newer: 'warn',
  none: 'none',
  not_looked_at: 'none',
};

/** Core and the recipes that run, with how far their tables are. */
export function Components({ components }: { readonly components: readonly Component[] }) {
  return (
    <Panel id="components" title={t('about.components')}>
      <ul className={panel.list}>
        {components.map((component) => (
          <li key={component.id} className={css.component}>
            <span className={panel.glyph}>
              <Icon name="puzzle" />
            </span>
            <span className={panel.item}>
              <span>
                <b className={css.name}>{component.id}</b> <span className={css.version}>{component.version}</span>
              </span>
            </span>
            <span className={css.schema}>
              <Status tone={TONES[component.schema]}>{schemaLabel(component)}</Status>
            </span>
            {component.scripts.length > 0 && <Scripts scripts={component.scripts} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function schemaLabel({ schema, scripts }: Component): string {
  const toRun = scripts.filter((script) => !script.appliedAt).length;
  return t(`about.schema.${schema}`, { count: schema === 'behind' ? toRun : scripts.length });
}

function Scripts({ scripts }: { readonly scripts: Component['scripts'] }) {
  return (
    <details className={css.scripts}>
      <summary>{t('about.scripts', { count: scripts.length })}</summary>
      <ol>
        {scripts.map((script) => (
          <li key={script.name}>
            <code>{script.name}</code>{' '}
            <span className={css.more}>
              {script.appliedAt &&
                (script.appliedBy
                  ? rich('about.script.appliedBy', {
                      time: <Time at={script.appliedAt} as="moment" />,
                      account: script.appliedBy,
                    })
                  : rich('about.script.applied', { time: <Time at={script.appliedAt} as="moment" /> }))}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
