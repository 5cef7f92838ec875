import { Panel } from '@/components/panel';
import type { JoinedDay } from '@/lib/api-types';
import { formatDay, formatNumber, zoneLabel } from '@/lib/format';
import { t } from '@/lib/i18n';
import { type Box, Chart } from './chart';
import { joinedList } from './figures';
import { counted, Numbers } from './numbers';
import css from './overview.module.css';
import { axis, joinedPer } from './scale';

/** More than these are drawn, and told, seven at a time. */
const MOST_BARS = 90;
const WEEK = 7;

type NewUsersProps = { readonly days: readonly JoinedDay[]; readonly zone: string };

/** By the days of the reader's time zone. */
export function NewUsers({ days, zone }: NewUsersProps) {
  const perWeek = days.length > MOST_BARS;
  const groups = joinedPer(days, perWeek ? WEEK : 1);
  const counts = groups.flatMap((group) => group.count ?? []);
  const most = Math.max(0, ...counts);
  const today = groups.at(-1)?.count;
  const title = t(perWeek ? 'overview.new.perWeek' : 'overview.new');
  const room = ({ left, right }: Box) => (right - left) / groups.length;
  return (
    <Panel
      id="new"
      title={title}
      acts={<span className={css.zone}>{zoneLabel(zone)}</span>}
      foot={
        <Numbers
          caption={title}
          heads={[t(perWeek ? 'overview.daysFrom' : 'overview.day'), t('overview.column.new')]}
          rows={groups.map((group) => ({
            day: formatDay(group.day),
            cells: [
              group.count ? (
                <a href={joinedList(group.from, group.to)}>{formatNumber(group.count)}</a>
              ) : (
                counted(group.count)
              ),
            ],
          }))}
        />
      }
    >
      <Chart
        summary={t('overview.new.summary', {
          title,
          least: formatNumber(Math.min(most, ...counts)),
          most: formatNumber(most),
          today: counted(today),
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
              y={box.y(group.count ?? 0)}
              height={box.y(0) - box.y(group.count ?? 0)}
            />
          ))
        }
      </Chart>
    </Panel>
  );
}
