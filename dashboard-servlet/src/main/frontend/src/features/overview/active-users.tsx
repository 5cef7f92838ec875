import { Panel } from '@/components/panel';
import type { ActiveDay } from '@/lib/api-types';
import { formatDay, formatNumber, formatUtcClock } from '@/lib/format';
import { t } from '@/lib/i18n';
import { type Box, Chart } from './chart';
import { counted, Numbers } from './numbers';
import css from './overview.module.css';
import { axis, stretches } from './scale';

/** By UTC days, as they were counted on each. */
export function ActiveUsers({ days }: { readonly days: readonly ActiveDay[] }) {
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
            t('overview.day.utc'),
            t('overview.column.day'),
            ...(isCompared ? [beforeWords] : []),
            t('overview.column.week'),
            t('overview.column.month'),
          ]}
          rows={days.map((day) => ({
            day: formatDay(day.day),
            note: day.countedAt && t('overview.countedAt', { time: formatUtcClock(day.countedAt) }),
            cells: [
              counted(day.active),
              ...(isCompared ? [counted(day.activeBefore)] : []),
              counted(day.activeInWeek),
              counted(day.activeInMonth),
            ],
          }))}
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
        today={t('overview.today.utc')}
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
