import { useRef, useState } from 'preact/compat';
import { FieldFrame, TextField } from '@/components/form/field';
import {
  checkSuspension,
  isSuspensionTyped,
  noSuspension,
  SUSPENSION_FIELDS,
  SuspensionFields,
  suspensionBody,
} from '@/components/form/suspension-fields';
import { TagsInput } from '@/components/form/tags-input';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import type { UserCount } from '@/lib/api-types';
import { named, t } from '@/lib/i18n';
import { dryRunQuery, type OfferedBulkAction, startJob } from '@/lib/jobs';
import { invalidate, usePlaceholderData, useQuery } from '@/lib/query';
import { linkTo, navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { DryRunFacts } from './dry-run';

type StartJobProps = {
  readonly action: OfferedBulkAction;
  /** These users, or all that match. */
  readonly users: readonly string[] | undefined;
  readonly count: UserCount;
  /** What narrows the list. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly onClose: () => void;
};

const NO_VALUES: readonly string[] = [];

/** Says to how many it will be done, asks for what the action needs, and leads to the job. */
export function StartJob({ action, users, count, query, onClose }: StartJobProps) {
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, [...SUSPENSION_FIELDS, 'values', 'count']);
  const [suspension, setSuspension] = useState(noSuspension);
  const [values, setValues] = useState(NO_VALUES);
  const [typed, setTyped] = useState('');
  const suspends = action.action === 'suspend';
  const deletes = action.action === 'delete';
  const whom = users ? { users } : { all: true as const };
  const look = useQuery(
    dryRunQuery(query, { action: action.action, ...whom, ...(values.length > 0 ? { values } : {}) }),
  );
  const seen = usePlaceholderData(look.data);
  const number = seen?.users.number ?? count.count;
  const exact = seen?.users.exact ?? count.exact;

  const check = () => ({
    ...(suspends ? checkSuspension(suspension) : {}),
    ...(action.options && values.length === 0 ? { values: t('field.required') } : {}),
    ...(deletes && Number(typed.trim()) !== number ? { count: t('bulk.count.wrong', { number }) } : {}),
  });
  const start = () =>
    submit.run(check(), async () => {
      const job = await startJob(action.action, query, {
        ...whom,
        ...(suspends ? suspensionBody(suspension) : {}),
        ...(action.options ? { values } : {}),
        ...(deletes ? { count: number } : {}),
      });
      invalidate('jobs');
      onClose();
      navigate(linkTo(['jobs', job.id]));
    });

  return (
    <SubmitDialog
      title={titleOf(action, number, exact)}
      form={form}
      submit={submit}
      button={action.label}
      busy={t('common.working')}
      icon={action.icon}
      danger={action.danger}
      dirty={isSuspensionTyped(suspension) || values.length > 0 || typed !== ''}
      onSubmit={() => void start()}
      onClose={onClose}
    >
      <DryRunFacts action={action} run={seen} failed={look.error !== undefined} />
      <Consequence action={action} tenant={query.tenant} />
      {!users && <p className={text.muted}>{t('bulk.matching')}</p>}
      {suspends && <SuspensionFields draft={suspension} errors={submit.errors} onChange={setSuspension} />}
      {action.options && (
        <FieldFrame label={action.valuesLabel ?? t('bulk.values')} error={submit.errors.values}>
          {({ id, describedBy }) => (
            <TagsInput
              id={id}
              names
              value={values}
              suggestions={action.options}
              invalid={submit.errors.values !== undefined}
              describedBy={describedBy}
              onChange={setValues}
            />
          )}
        </FieldFrame>
      )}
      {deletes && (
        <TextField
          name="count"
          label={t('bulk.count', { number })}
          mono
          value={typed}
          error={submit.errors.count}
          onChange={setTyped}
        />
      )}
    </SubmitDialog>
  );
}

function titleOf({ action, label }: OfferedBulkAction, count: number, exact: boolean): string {
  const key = exact ? 'bulk.title' : 'bulk.title.atLeast';
  return named(`${key}.${action}`, '', { count }) || t(key, { action: label, count });
}

/** What is done to those to whom it is done; where, if that is a question. */
function Consequence({ action, tenant }: { readonly action: OfferedBulkAction; readonly tenant: string | undefined }) {
  const session = useSession();
  const words = action.perTenant
    ? session.tenants.length > 1 &&
      (tenant ? t('bulk.text.inTenant', { tenant: session.tenantName(tenant) }) : t('bulk.text.inEachTenant'))
    : named(`bulk.text.${action.action}`, '');
  return words ? <p className={text.muted}>{words}</p> : null;
}
