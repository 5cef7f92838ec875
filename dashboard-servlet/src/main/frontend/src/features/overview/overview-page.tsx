import { Button } from '@/components/button';
import layout from '@/components/layout.module.css';
import { Bone, FailedState, Loading, StateView } from '@/components/state-view';
import { Time } from '@/components/time';
import type { Overview, OverviewNow } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { formatNumber, formatShare, formatTrend } from '@/lib/format';
import { rich, t } from '@/lib/i18n';
import { usePlaceholderData, useQuery } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import { overviewQuery } from './api/overview';
import { ActiveUsers, NewUsers } from './charts';
import css from './overview.module.css';
import { sum } from './scale';

const PERIODS = [7, 30, 366] as const;

/** How many users there are, join, and are active. */
export function OverviewPage({ query }: { readonly query: URLSearchParams }) {
  const session = useSession();
  const days = PERIODS.find((period) => String(period) === query.get('days')) ?? 30;
  const overview = useQuery(overviewQuery(days));
  const shown = usePlaceholderData(overview.data);
  useTitle(t('overview.title'), session.app.name);

  return (
    <>
      <div className={layout.head}>
        <h1>{t('overview.title')}</h1>
        {shown?.now && <Periods chosen={days} />}
      </div>
      {!shown && !overview.error && (
        <Loading label={t('overview.loading')}>
          <div className={css.board}>
            <Bone width="card" />
            <Bone width="box" />
          </div>
        </Loading>
      )}
      {overview.error && !overview.data && (
        <FailedState
          title={t('overview.error.title')}
          error={overview.error}
          app={session.app.name}
          onRetry={overview.retry}
        />
      )}
      {shown && (overview.data || !overview.error) && (
        <Board overview={shown} app={session.app.name} busy={overview.fetching} onRetry={overview.retry} />
      )}
    </>
  );
}

function Periods({ chosen }: { readonly chosen: number }) {
  return (
    <nav className={css.periods} aria-label={t('overview.period')}>
      {PERIODS.map((days) => (
        <a
          key={days}
          href={linkTo(['overview'], { days: days === 30 ? undefined : String(days) })}
          aria-current={days === chosen ? 'page' : undefined}
        >
          {days === 366 ? t('overview.months') : t('overview.days', { count: days })}
        </a>
      ))}
    </nav>
  );
}

type BoardProps = {
  readonly overview: Overview;
  readonly app: string;
  readonly busy: boolean;
  readonly onRetry: () => void;
};

function Board({ overview, app, busy, onRetry }: BoardProps) {
  const { now, days } = overview;
  if (!now) {
    return (
      <StateView title={t('overview.none.title')} art="chart">
        <p>{t('overview.none.text')}</p>
        <Button icon="refresh" busy={busy && t('common.working')} onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      </StateView>
    );
  }
  if (now.users === 0) {
    return (
      <StateView title={t('users.empty.title')} art="new">
        <p>{t('users.empty.text', { app })}</p>
        <p>{t('overview.delay')}</p>
      </StateView>
    );
  }
  return (
    <div className={css.board}>
      <Figures now={now} joined={sum(days)} days={days.length} />
      <div className={css.charts}>
        <NewUsers days={days} />
        <ActiveUsers days={days} />
      </div>
      <p className={css.note}>{rich('overview.note', { time: <Time at={now.at} as="ago" /> })}</p>
    </div>
  );
}

type FiguresProps = { readonly now: OverviewNow; readonly joined: number; readonly days: number };

function Figures({ now, joined, days }: FiguresProps) {
  const share = (value: number) => t('overview.share', { share: formatShare(value / now.users) });
  const trend = (value: number, before: number | null | undefined, count: number) =>
    before ? t('overview.trend', { trend: formatTrend(value / before - 1), count }) : share(value);
  const figures = [
    {
      label: t('overview.users'),
      value: now.users,
      more: t('overview.joined', { joined: formatNumber(joined), count: days }),
    },
    {
      label: t('overview.activeToday'),
      value: now.activeToday,
      more: t('overview.soFar', { share: share(now.activeToday) }),
    },
    {
      label: t('overview.activeIn', { count: 7 }),
      value: now.activeInWeek,
      more: trend(now.activeInWeek, now.weekBefore, 7),
    },
    {
      label: t('overview.activeIn', { count: 30 }),
      value: now.activeInMonth,
      more: trend(now.activeInMonth, now.monthBefore, 30),
    },
  ];
  return (
    <dl className={css.figures}>
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd className={css.value}>{formatNumber(figure.value)}</dd>
          <dd className={css.more}>{figure.more}</dd>
        </div>
      ))}
    </dl>
  );
}
