import { Panel } from '@/components/panel';
import type { OverviewDay } from '@/lib/api-types';
import { formatDay, formatNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import { type Box, Chart } from './chart';
import css from './overview.module.css';
import { axis, joinedPer, stretches } from './scale';

/** More than these are drawn, and told, seven at a time. */
const MOST_BARS = 90;
const WEEK = 7;

type ChartsProps = { readonly days: readonly OverviewDay[] };

export function NewUsers({ days }: ChartsProps) {
  const perWeek = days.length > MOST_BARS;
  const groups = joinedPer(days, perWeek ? WEEK : 1);
  const counts = groups.map((group) => group.count);
  const most = Math.max(...counts);
  const today = counts.at(-1) ?? 0;
  const title = t(perWeek ? 'overview.new.perWeek' : 'overview.new');
  const room = ({ left, right }: Box) => (right - left) / groups.length;
  return (
    <Panel
      id="new"
      title={title}
      foot={
        <Numbers
          caption={title}
          heads={[t(perWeek ? 'overview.daysFrom' : 'overview.day'), t('overview.column.new')]}
          rows={groups.map((group) => [formatDay(group.day), formatNumber(group.count)])}
        />
      }
    >
      <Chart
        summary={t('overview.new.summary', {
          title,
          least: formatNumber(Math.min(...counts)),
          most: formatNumber(most),
          today: formatNumber(today),
        })}
        scale={axis(most)}
        days={groups.map((group) => group.day)}
        x={(box, index) => box.left + room(box) * (index + 0.5)}
      >
        {(box) =>
          groups.map((group, index) => (
            <rect
              key={group.day}
              className={index === groups.length - 1 ? css.partial : css.bar}
              x={box.left + room(box) * (index + 0.18)}
              width={room(box) * 0.64}
              y={box.y(group.count)}
              height={box.y(0) - box.y(group.count)}
            />
          ))
        }
      </Chart>
    </Panel>
  );
}

export function ActiveUsers({ days }: ChartsProps) {
  const now = days.map((day) => day.active);
  const before = days.map((day) => day.activeBefore);
  const known = now.filter((value) => typeof value === 'number');
  const compared = before.filter((value) => typeof value === 'number');
  const isCompared = compared.length > 0;
  const beforeWords = t('overview.before', { count: days.length });
  const title = t('overview.active');
  const x = ({ left, right }: Box, index: number) => left + ((right - left - 4) * index) / Math.max(1, days.length - 1);
  const most = Math.max(0, ...known);
  const top = Math.max(most, ...compared);
  return (
    <Panel
      id="active"
      title={title}
      acts={isCompared && <Legend now={t('overview.now')} before={beforeWords} />}
      foot={
        <Numbers
          caption={title}
          heads={[
            t('overview.day'),
            t('overview.column.day'),
            ...(isCompared ? [beforeWords] : []),
            t('overview.column.week'),
            t('overview.column.month'),
          ]}
          rows={days.map((day) => [
            formatDay(day.day),
            counted(day.active),
            ...(isCompared ? [counted(day.activeBefore)] : []),
            counted(day.activeInWeek),
            counted(day.activeInMonth),
          ])}
        />
      }
    >
      <Chart
        summary={
          known.length === 0
            ? t('overview.active.nobodyCounted')
            : t(isCompared ? 'overview.active.comparison' : 'overview.active.summary', {
                count: days.length,
                least: formatNumber(Math.min(...known)),
                most: formatNumber(most),
                today: counted(days.at(-1)?.active),
              })
        }
        scale={axis(top)}
        days={days.map((day) => day.day)}
        x={x}
      >
        {(box) => {
          const at = (values: typeof now, index: number) =>
            `${x(box, index).toFixed(1)},${box.y(values[index] ?? 0).toFixed(1)}`;
          return (
            <>
              {stretches(now).map((places) => {
                const first = places[0] ?? 0;
                const last = places.at(-1) ?? 0;
                const line = places.map((index) => at(now, index)).join(' ');
                const ground = box.y(0);
                return (
                  <g key={first}>
                    <polygon
                      className={css.area}
                      points={`${x(box, first).toFixed(1)},${ground} ${line} ${x(box, last).toFixed(1)},${ground}`}
                    />
                    <polyline className={css.line} points={line} />
                    <circle className={css.dot} cx={x(box, last)} cy={box.y(now[last] ?? 0)} r={3} />
                  </g>
                );
              })}
              {stretches(before).map((places) => (
                <polyline
                  key={places[0]}
                  className={css.before}
                  points={places.map((index) => at(before, index)).join(' ')}
                />
              ))}
            </>
          );
        }}
      </Chart>
    </Panel>
  );
}

function Legend({ now, before }: { readonly now: string; readonly before: string }) {
  return (
    <span className={css.legend} aria-hidden="true">
      <span data-line="now">{now}</span>
      <span data-line="before">{before}</span>
    </span>
  );
}

const counted = (value: number | null | undefined) =>
  typeof value === 'number' ? formatNumber(value) : t('overview.notCounted');

type NumbersProps = {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** What a chart shows in numbers, newest first. */
function Numbers({ caption, heads, rows }: NumbersProps) {
  return (
    <details className={css.numbers}>
      <summary>{t('overview.asTable')}</summary>
      <table>
        <caption className={text.vh}>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].reverse().map((row) => (
            <tr key={row[0]}>
              <th scope="row">{row[0]}</th>
              {heads.slice(1).map((head, index) => (
                <td key={head}>{row[index + 1]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
