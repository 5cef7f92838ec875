import type { ComponentChildren } from 'preact';
import panel from '@/components/panel.module.css';
import { Time } from '@/components/time';
import type { Job } from '@/lib/api-types';
import { label, t } from '@/lib/i18n';
import { jobUsersLink } from '@/lib/jobs';
import { linkTo } from '@/lib/router';
import { type OperatorSession, useSession } from '@/lib/session';
import { useLabelsOf } from '@/lib/use-labels';
import css from './jobs.module.css';

type Request = NonNullable<Job['request']>;
/** Of how many users a job keeps who it was done to. */
const KEPT = 10_000;
const NONE_KNOWN: ReadonlyMap<string, string> = new Map();

/** What was asked for, and the ways to the users whom it was about. */
export function JobRequest({ job, request }: { readonly job: Job; readonly request: Request }) {
  const session = useSession();
  const [reason, until] = job.action === 'suspend' ? request.values : [];
  const chosen = job.action === 'suspend' ? [] : request.values;
  const offered = session.bulkActions.find(({ action }) => action === job.action);
  const labelOf = useLabelsOf(offered?.options, chosen, NONE_KNOWN);
  return (
    <section className={panel.panel} aria-label={t('bulk.job')}>
      <dl className={panel.facts} data-columns="1">
        <Fact label={t('bulk.whom')}>
          {whom(session, request)}{' '}
          <a className={css.show} href={linkTo(['users'], request.list)}>
            {t(request.users ? 'bulk.whom.show.named' : 'bulk.whom.show.matching')}
          </a>
        </Fact>
        {chosen.length > 0 && (
          <Fact label={label(offered?.valuesLabel) || t('bulk.values')}>{chosen.map(labelOf).join(', ')}</Fact>
        )}
        {reason && <Fact label={t('bulk.reason')}>{reason}</Fact>}
        {until && (
          <Fact label={t('bulk.until')}>
            <Time at={until} />
          </Fact>
        )}
        {job.done > 0 && job.action !== 'delete' && (
          <Fact label={t('bulk.column.done')}>
            <a href={jobUsersLink(job.id, 'done')}>{t('bulk.showDone', { count: Math.min(job.done, KEPT) })}</a>
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function whom(session: OperatorSession, { users, list }: Request): string {
  if (users) return t('bulk.whom.named', { count: users });
  const { tenant, ...filters } = list;
  if (Object.keys(filters).length > 0) return t('bulk.whom.matching');
  return tenant && session.tenants.length > 1
    ? t('bulk.whom.tenant', { tenant: session.tenantName(tenant) })
    : t('bulk.whom.all');
}
