import layout from '@/components/layout.module.css';
import { Bone, FailedState, Loading, StateView } from '@/components/state-view';
import { Time } from '@/components/time';
import type { Overview } from '@/lib/api-types';
import { useTitle } from '@/lib/document-title';
import { zoneLabel } from '@/lib/format';
import { rich, t } from '@/lib/i18n';
import { usePlaceholderData, useQuery } from '@/lib/query';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import { ActiveUsers } from './active-users';
import { overviewQuery } from './api/overview';
import { Figures } from './figures';
import { NewUsers } from './new-users';
import css from './overview.module.css';

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
        {shown && shown.users.count > 0 && <Periods chosen={days} />}
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
      {shown && (overview.data || !overview.error) && <Board overview={shown} app={session.app.name} />}
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

function Board({ overview, app }: { readonly overview: Overview; readonly app: string }) {
  const { users, joinedByDay, activity, timeZone } = overview;
  if (users.count === 0) {
    return (
      <StateView title={t('users.empty.title')} art="new">
        <p>{t('users.empty.text', { app })}</p>
      </StateView>
    );
  }
  return (
    <div className={css.board}>
      <Figures overview={overview} days={joinedByDay.length} />
      <div className={css.charts}>
        <NewUsers days={joinedByDay} zone={timeZone} />
        <ActiveUsers days={activity} />
      </div>
      <p className={css.note}>
        {rich('overview.note', { time: <Time at={overview.at} as="ago" />, zone: zoneLabel(timeZone) })}
      </p>
    </div>
  );
}
