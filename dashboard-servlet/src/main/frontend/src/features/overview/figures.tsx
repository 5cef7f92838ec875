import type { ComponentChildren } from 'preact';
import { Time } from '@/components/time';
import type { Figure, Overview } from '@/lib/api-types';
import { formatNumber, formatShare, formatTrend } from '@/lib/format';
import { rich, t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import css from './overview.module.css';

/** How many users there are now. Each number leads to the list that has these users. */
export function Figures({ overview, days }: { readonly overview: Overview; readonly days: number }) {
  const { users, joined, activeInDay, activeInWeek, activeInMonth } = overview;
  const share = (figure: Figure) =>
    users.count > 0 && figure.exact && t('overview.share', { share: formatShare(figure.count / users.count) });
  const trend = (figure: Figure, before: number | null | undefined, count: number) =>
    before && figure.exact
      ? t('overview.trend', { trend: formatTrend(figure.count / before - 1), count })
      : share(figure);
  const joinedLabel = t('overview.joined', { joined: figureLabel(joined), count: days });
  return (
    <dl className={css.figures}>
      <FigureBox label={t('overview.users')} figure={users} at={overview.at}>
        <a href={listOf(joined)}>{joinedLabel}</a>
      </FigureBox>
      <FigureBox label={t('overview.activeInDay')} figure={activeInDay} at={overview.at}>
        {share(activeInDay)}
      </FigureBox>
      <FigureBox label={t('overview.activeIn', { count: 7 })} figure={activeInWeek} at={overview.at}>
        {trend(activeInWeek, overview.weekBefore, 7)}
      </FigureBox>
      <FigureBox label={t('overview.activeIn', { count: 30 })} figure={activeInMonth} at={overview.at}>
        {trend(activeInMonth, overview.monthBefore, 30)}
      </FigureBox>
    </dl>
  );
}

type FigureBoxProps = {
  readonly label: string;
  readonly figure: Figure;
  /** When all of them were asked for. */
  readonly at: string;
  readonly children: ComponentChildren;
};

/** One that is older than the others, as it takes longer to count, says when it was counted. */
function FigureBox({ label, figure, at, children }: FigureBoxProps) {
  const number = figureLabel(figure);
  return (
    <div>
      <dt>{label}</dt>
      <dd className={css.value}>
        <a href={listOf(figure)} aria-label={t('overview.show', { number, label })}>
          {number}
        </a>
      </dd>
      {children && <dd className={css.more}>{children}</dd>}
      {figure.countedAt !== at && (
        <dd className={css.more}>{rich('overview.counted', { time: <Time at={figure.countedAt} as="ago" /> })}</dd>
      )}
    </div>
  );
}

function figureLabel({ count, exact }: Figure): string {
  return exact ? formatNumber(count) : t('overview.atLeast', { number: formatNumber(count) });
}

/** The users list, narrowed to these. */
function listOf({ joinedFrom, joinedTo, activeSince }: Figure): string {
  return joinedFrom && joinedTo
    ? joinedList(joinedFrom, joinedTo)
    : linkTo(['users'], { activeSince: activeSince ?? '' });
}

/** The users who joined between two moments. */
export const joinedList = (from: string, to: string) => linkTo(['users'], { joined: `${from}..${to}` });
