import { useRef, useState } from 'preact/compat';
import { FieldFrame, SecretField, TextField } from '@/components/form/field';
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
import { t } from '@/lib/i18n';
import { type OfferedBulkAction, startJob } from '@/lib/jobs';
import { invalidate } from '@/lib/query';
import { linkTo, navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';

type StartJobProps = {
  readonly action: OfferedBulkAction;
  /** These users, or all that match. */
  readonly users: readonly string[] | undefined;
  readonly count: UserCount;
  /** What narrows the list. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly onClose: () => void;
};

/** Says to how many it will be done, asks for what the action needs, and leads to the job. */
export function StartJob({ action, users, count, query, onClose }: StartJobProps) {
  const { operator } = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, [...SUSPENSION_FIELDS, 'values', 'count', 'password']);
  const [suspension, setSuspension] = useState(noSuspension);
  const [values, setValues] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const suspends = action.action === 'suspend';
  const deletes = action.action === 'delete';
  const proves = deletes && operator.canSignOut;
  const number = count.count;

  const check = () => ({
    ...(suspends ? checkSuspension(suspension) : {}),
    ...(action.options && values.length === 0 ? { values: t('field.required') } : {}),
    ...(deletes && Number(typed.trim()) !== number ? { count: t('bulk.count.wrong', { number }) } : {}),
    ...(proves && !password ? { password: t('field.required') } : {}),
  });
  const start = () =>
    submit.run(check(), async () => {
      const job = await startJob(action.action, query, {
        ...(users ? { users } : { all: true as const }),
        ...(suspends ? suspensionBody(suspension) : {}),
        ...(action.options ? { values } : {}),
        ...(deletes ? { count: number } : {}),
        ...(proves ? { password } : {}),
      });
      invalidate('jobs');
      onClose();
      navigate(linkTo(['jobs', job.id]));
    });

  return (
    <SubmitDialog
      title={t(count.exact ? 'bulk.title' : 'bulk.title.atLeast', { action: action.label, count: number })}
      form={form}
      submit={submit}
      button={action.label}
      busy={t('common.working')}
      icon={action.icon}
      danger={action.danger}
      dirty={isSuspensionTyped(suspension) || values.length > 0 || typed !== '' || password !== ''}
      onSubmit={() => void start()}
      onClose={onClose}
    >
      <p className={text.muted}>{t(`bulk.text.${textOf(action)}`)}</p>
      {!users && <p className={text.muted}>{t('bulk.matching')}</p>}
      {suspends && <SuspensionFields draft={suspension} errors={submit.errors} onChange={setSuspension} />}
      {action.options && (
        <FieldFrame label={t('bulk.values')} error={submit.errors.values}>
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
      {proves && (
        <SecretField
          name="password"
          label={t('bulk.password')}
          autoComplete="current-password"
          value={password}
          error={submit.errors.password}
          onChange={setPassword}
        />
      )}
    </SubmitDialog>
  );
}

function textOf(action: OfferedBulkAction): 'recipe' | 'suspend' | 'activate' | 'end-sessions' | 'delete' {
  const known = (['suspend', 'activate', 'end-sessions', 'delete'] as const).find((own) => own === action.action);
  return known ?? 'recipe';
}
