import { useRef, useState } from 'preact/compat';
import { FieldFrame, SecretField, TextField } from '@/components/field';
import { SubmitDialog } from '@/components/submit-dialog';
import {
  checkSuspension,
  isSuspensionTyped,
  noSuspension,
  SUSPENSION_FIELDS,
  SuspensionFields,
  suspensionBody,
} from '@/components/suspension-fields';
import { TagsInput } from '@/components/tags-input';
import type { UserCount } from '@/lib/contract';
import { t } from '@/lib/i18n';
import { type BulkAct, startJob } from '@/lib/jobs';
import { invalidate } from '@/lib/query';
import { linkTo, navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';

type StartJobProps = {
  readonly act: BulkAct;
  /** These users, or all that match. */
  readonly users: readonly string[] | undefined;
  readonly count: UserCount;
  /** What narrows the list. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly onClose: () => void;
};

/** Says to how many it will be done, asks for what the act needs, and leads to the job. */
export function StartJob({ act, users, count, query, onClose }: StartJobProps) {
  const { operator } = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, [...SUSPENSION_FIELDS, 'values', 'count', 'password']);
  const [suspension, setSuspension] = useState(noSuspension);
  const [values, setValues] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const suspends = act.act === 'suspend';
  const deletes = act.act === 'delete';
  const proves = deletes && operator.canSignOut;
  const number = count.count;

  const check = () => ({
    ...(suspends ? checkSuspension(suspension) : {}),
    ...(act.options && values.length === 0 ? { values: t('field.required') } : {}),
    ...(deletes && Number(typed.trim()) !== number ? { count: t('bulk.count.wrong', { number }) } : {}),
    ...(proves && !password ? { password: t('field.required') } : {}),
  });
  const start = () =>
    submit.run(check(), async () => {
      const job = await startJob(act.act, query, {
        ...(users ? { users } : { all: true as const }),
        ...(suspends ? suspensionBody(suspension) : {}),
        ...(act.options ? { values } : {}),
        ...(deletes ? { count: number } : {}),
        ...(proves ? { password } : {}),
      });
      invalidate('jobs');
      onClose();
      navigate(linkTo(['jobs', job.id]));
    });

  return (
    <SubmitDialog
      title={t(count.exact ? 'bulk.title' : 'bulk.title.atLeast', { act: act.label, count: number })}
      form={form}
      submit={submit}
      button={act.label}
      busy={t('common.working')}
      icon={act.icon}
      danger={act.danger}
      dirty={isSuspensionTyped(suspension) || values.length > 0 || typed !== '' || password !== ''}
      onSubmit={() => void start()}
      onClose={onClose}
    >
      <p className={text.muted}>{t(`bulk.text.${textOf(act)}`)}</p>
      {!users && <p className={text.muted}>{t('bulk.matching')}</p>}
      {suspends && <SuspensionFields draft={suspension} errors={submit.errors} onChange={setSuspension} />}
      {act.options && (
        <FieldFrame label={t('bulk.values')} error={submit.errors.values}>
          {({ id, describedBy }) => (
            <TagsInput
              id={id}
              names
              value={values}
              suggestions={act.options}
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

function textOf(act: BulkAct): 'recipe' | 'suspend' | 'activate' | 'end-sessions' | 'delete' {
  const known = (['suspend', 'activate', 'end-sessions', 'delete'] as const).find((own) => own === act.act);
  return known ?? 'recipe';
}
