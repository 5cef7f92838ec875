import { useRef, useState } from 'preact/compat';
import { SubmitDialog } from '@/components/overlay/submit-dialog';

import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { refreshSession, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { ACCESS_FIELDS, AccessFields, accessBody, accessOf, checkAccess } from './access-fields';
import { changeAccess } from './api/operators';
import type { OperatorDialogProps } from './operator-action';
import { operatorName } from './operator-names';

/** One's own counts at once: the page draws itself anew. */
export function ChangeAccess({ operator, onDone, onClose }: OperatorDialogProps) {
  const session = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ACCESS_FIELDS);
  const before = accessOf(operator);
  const [access, setAccess] = useState(before);
  const name = operatorName(operator);

  const change = () =>
    submit.run(checkAccess(access), async () => {
      await changeAccess(operator.id, accessBody(access));
      toast(t('operators.access.done', { name }));
      if (operator.id === session.operator.id) refreshSession();
      onDone();
    });

  return (
    <SubmitDialog
      title={t('operators.access.title', { name })}
      form={form}
      submit={submit}
      button={t('operators.access.do')}
      dirty={!isSame(before, access)}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <p className={text.muted}>{t('operators.access.text')}</p>
      <AccessFields draft={access} submit={submit} onChange={setAccess} />
    </SubmitDialog>
  );
}

type Draft = ReturnType<typeof accessOf>;

const isSame = (a: Draft, b: Draft) =>
  a.preset === b.preset && a.all === b.all && [...a.tenants].sort().join() === [...b.tenants].sort().join();
