import { useState } from 'preact/compat';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { describeError } from '@/components/error-words';
import { Note } from '@/components/note';
import { Switch } from '@/components/switch';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { TenantRow } from '@/lib/contract';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { invalidate } from '@/lib/query';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { turnMethod } from './api/tenants';
import { ways } from './ways';

type WaysSwitchesProps = { readonly tenant: TenantRow; readonly mayWrite: boolean };

/** A switch for each way to sign in; the last one asks before it goes off. */
export function WaysSwitches({ tenant, mayWrite }: WaysSwitchesProps) {
  const app = useSession().app.name;
  const [turning, setTurning] = useState<string>();
  const [last, setLast] = useState<string>();
  const [error, setError] = useState<ApiError>();
  const isOn = (way: string) => tenant.methods.includes(way);
  const nobody = ways().every(({ id }) => !isOn(id));

  const turn = async (way: string, on: boolean) => {
    setError(undefined);
    setTurning(way);
    try {
      await turnMethod(tenant.id, way, on);
      const name = ways().find(({ id }) => id === way)?.name;
      toast(t(on ? 'tenants.way.on' : 'tenants.way.off', { way: name, tenant: tenant.name }));
      invalidate('tenants');
    } finally {
      setTurning(undefined);
    }
  };
  const change = (way: string, on: boolean) => {
    if (!on && tenant.methods.length === 1) return setLast(way);
    void turn(way, on).catch((cause: unknown) => setError(toApiError(cause, way)));
  };

  return (
    <>
      {nobody && <Note tone="warn">{t('tenants.nobodyCan', { tenant: tenant.name })}</Note>}
      {error && (
        <Note tone="danger" alert>
          {describeError(error, app)}
        </Note>
      )}
      {mayWrite ? (
        <div>
          {ways().map(({ id, name, line }) => (
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
          {ways()
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
          title={t('tenants.lastWay.title', { way: ways().find(({ id }) => id === last)?.name })}
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
