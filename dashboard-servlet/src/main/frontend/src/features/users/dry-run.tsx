import { Bone } from '@/components/state-view';
import type { DryRun } from '@/lib/api-types';
import { named, t } from '@/lib/i18n';
import type { OfferedBulkAction } from '@/lib/jobs';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import css from './bulk-bar.module.css';

type DryRunFactsProps = {
  readonly action: OfferedBulkAction;
  /** Undefined while it is looked. */
  readonly run: DryRun | undefined;
  readonly failed: boolean;
};

/** How many are so already, how many sessions end, and who will be refused. */
export function DryRunFacts({ action, run, failed }: DryRunFactsProps) {
  const session = useSession();
  if (failed) return <p className={text.muted}>{t('bulk.dry.failed')}</p>;
  if (!run) {
    return (
      <p className={text.muted}>
        <span className={text.vh}>{t('bulk.dry.loading')}</span>
        <Bone width={2} />
      </p>
    );
  }
  const facts = dryRunWords(action.action, run);
  const already = session.tenants.length > 1 ? run.already.filter((each) => each.users > 0) : [];
  const isPart = !run.users.exact || run.seen < run.users.number;
  if (facts.length === 0 && already.length === 0) return null;
  return (
    <div className={css.facts} role="status">
      {isPart && <p className={text.muted}>{t('bulk.dry.part', { count: run.seen })}</p>}
      <ul>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        {already.map(({ tenant, users }) => (
          <li key={tenant}>{t('bulk.dry.already', { count: users, tenant: session.tenantName(tenant) })}</li>
        ))}
      </ul>
    </div>
  );
}

/** In sentences; nothing is said of what is nobody. */
export function dryRunWords(action: string, run: DryRun): readonly string[] {
  const already = run.unchanged ?? 0;
  const words =
    named(`bulk.dry.unchanged.${action}`, '', { count: already }) || t('bulk.dry.unchanged', { count: already });
  return [
    ...(already > 0 ? [words] : []),
    ...(run.sessions > 0 ? [t('bulk.dry.sessions', { count: run.sessions })] : []),
    ...run.refused.map(({ users, reason }) => t('bulk.dry.refused', { count: users, reason })),
  ];
}
