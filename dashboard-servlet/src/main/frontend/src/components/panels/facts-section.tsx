import { Icon } from '@/components/icon';
import { Note } from '@/components/note';
import { Facts, Panel, PanelBody } from '@/components/panel';
import css from '@/components/panel.module.css';
import { Cell } from '@/components/panels/cell';
import { OfferedActions, offered } from '@/components/panels/offered-actions';
import { type SectionProps, valuesFor } from '@/components/panels/section';
import { useActions } from '@/components/panels/use-actions';
import type { Tone } from '@/components/status';
import { Time } from '@/components/time';
import type { FactsData } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { label } from '@/lib/i18n';
import text from '@/styles/text.module.css';

/** Rows of values, perhaps with a headline: verification, a plan, a quota. */
export function FactsSection({ section, data, user, onChanged }: SectionProps<'facts'>) {
  const actions = useActions(onChanged);
  const title = label(section.title);
  const target = { values: valuesFor(user), name: title };
  const may = offered(section.actions, data.offers);
  const foot = may.length > 0 && <OfferedActions id={section.id} offered={may} target={target} run={actions} />;

  return (
    <Panel id={section.id} title={title} foot={foot}>
      {data.headline && <Headline headline={data.headline} alone={data.rows.length === 0 && !data.notice} />}
      {data.notice && (
        <PanelBody>
          <Note tone={noteTone(data.notice.tone)}>{data.notice.text}</Note>
        </PanelBody>
      )}
      {data.rows.length > 0 && (
        <Facts
          columns={section.width === 'half' ? 1 : 2}
          facts={data.rows.map((row) => ({
            label: label(row.label),
            value: <Cell kind={row.kind} value={row.value} />,
          }))}
        />
      )}
      {actions.failure && <PanelBody>{actions.failure}</PanelBody>}
      {actions.dialog}
    </Panel>
  );
}

/** The time stands where the line says, else behind it. */
function Line({ line = '', at }: Pick<NonNullable<FactsData['headline']>, 'line' | 'at'>) {
  const place = line.indexOf(TIME);
  if (!at) return <>{line}</>;
  const [before, after] =
    place < 0 ? [line && `${line}, `, ''] : [line.slice(0, place), line.slice(place + TIME.length)];
  return (
    <>
      {before}
      <Time at={at} />
      {after}
    </>
  );
}

const TIME = '{time}';
const noteTone = (tone: Tone) => (tone === 'none' ? 'info' : tone);

type HeadlineProps = { readonly headline: NonNullable<FactsData['headline']>; readonly alone: boolean };

function Headline({ headline, alone }: HeadlineProps) {
  const { tone } = headline;
  return (
    <div className={css.headline} data-alone={alone}>
      <span className={css.glyph} data-tone={tone}>
        <Icon name={headline.icon} />
      </span>
      <div className={css.item}>
        <span className={cx(text.strong, css.title)} data-tone={tone}>
          {label(headline.title)}
        </span>
        {(headline.line || headline.at) && (
          <span className={cx(text.sm, text.muted, text.anywhere)}>
            <Line line={headline.line} at={headline.at} />
          </span>
        )}
      </div>
    </div>
  );
}
