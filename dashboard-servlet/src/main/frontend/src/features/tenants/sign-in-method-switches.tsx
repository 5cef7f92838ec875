import { useState } from 'preact/compat';
import { Switch } from '@/components/form/switch';
import { Note } from '@/components/note';
import { ConfirmDialog } from '@/components/overlay/confirm-dialog';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { TenantRow } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { invalidate } from '@/lib/query';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { turnMethod } from './api/tenants';
import { type SignInMethod, signInMethods } from './sign-in-methods';

type WaysSwitchesProps = { readonly tenant: TenantRow; readonly mayWrite: boolean };

/** A switch for each way to sign in; the last one asks before it goes off. */
export function SignInMethodSwitches({ tenant, mayWrite }: WaysSwitchesProps) {
  const app = useSession().app.name;
  const [turning, setTurning] = useState<SignInMethod>();
  const [last, setLast] = useState<SignInMethod>();
  const [error, setError] = useState<ApiError>();
  const isOn = (way: SignInMethod) => tenant.methods.includes(way);
  const nobody = signInMethods().every(({ id }) => !isOn(id));

  const turn = async (way: SignInMethod, on: boolean) => {
    setError(undefined);
    setTurning(way);
    try {
      await turnMethod(tenant.id, way, on);
      const name = signInMethods().find(({ id }) => id === way)?.name;
      toast(t(on ? 'tenants.way.on' : 'tenants.way.off', { way: name, tenant: tenant.name }));
      invalidate('tenants');
    } finally {
      setTurning(undefined);
    }
  };
  const change = (way: SignInMethod, on: boolean) => {
    if (!on && tenant.methods.length === 1) return setLast(way);
    void turn(way, on).catch((cause: unknown) => setError(toApiError(cause, way)));
  };

  return (
    <>
      {nobody && <Note tone="warn">{t('tenants.nobodyCan', { tenant: tenant.name })}</Note>}
      {error && (
        <Note tone="danger" alert>
          {errorMessage(error, app)}
        </Note>
      )}
      {mayWrite ? (
        <div>
          {signInMethods().map(({ id, name, line }) => (
            <Switch
              key={id}
              label={name}
              line={line}
              on={isOn(id)}
              busy={turning === id}
              onChange={(on) => change(id, on)}
            />
          ))}
        </div>
      ) : (
        <ul>
          {signInMethods()
            .filter(({ id }) => isOn(id))
            .map(({ id, name, line }) => (
              <li key={id}>
                <span className={text.strong}>{name}</span> <span className={cx(text.sm, text.faint)}>{line}</span>
              </li>
            ))}
        </ul>
      )}
      {mayWrite && <p className={cx(text.sm, text.faint)}>{t('tenants.ways.help')}</p>}
      {last && (
        <ConfirmDialog
          title={t('tenants.lastWay.title', { way: signInMethods().find(({ id }) => id === last)?.name })}
          words={t('tenants.lastWay.text', { tenant: tenant.name })}
          button={t('tenants.lastWay.do')}
          onConfirm={async () => {
            await turn(last, false);
            setLast(undefined);
          }}
          onClose={() => setLast(undefined)}
        />
      )}
    </>
  );
}
