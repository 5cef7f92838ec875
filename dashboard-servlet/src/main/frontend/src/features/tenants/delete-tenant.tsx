import { useEffect, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { TextField } from '@/components/form/field';
import { Note } from '@/components/note';
import { Dialog, DialogSaid } from '@/components/overlay/dialog';
import { Bone, Loading } from '@/components/state-view';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Tenant, TenantDeletion } from '@/lib/api-types';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { invalidate, removeQueries } from '@/lib/query';
import { navigate } from '@/lib/router';
import { refreshSession, useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { deleteTenant, getDeletion } from './api/tenants';
import { countLabel } from './sign-in-methods';
import { type TenantsLocation, tenantsLink } from './tenants-location';
import { UsersChoice, type UsersFate } from './users-choice';

type DeleteTenantProps = { readonly tenant: Tenant; readonly location: TenantsLocation; readonly onClose: () => void };

const NOT_COUNTED = { number: 0, exact: true };

/** Says what goes, asks what becomes of the users, and for the tenant's id to be typed if there are any; deals with them bit by bit, and says how far it is. */
export function DeleteTenant({ tenant, location, onClose }: DeleteTenantProps) {
  const { app, tenants } = useSession();
  const others = tenants.filter(({ id }) => id !== tenant.id);
  const [facts, setFacts] = useState<TenantDeletion>();
  const [fate, setFate] = useState<UsersFate>();
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState<number>();
  const [error, setError] = useState<ApiError>();

  const load = () => {
    setError(undefined);
    getDeletion(tenant.id).then(setFacts, (cause: unknown) => setError(toApiError(cause, tenant.id)));
  };
  useEffect(load, []);

  const { number: users, exact } = facts?.users ?? NOT_COUNTED;
  const busy = done !== undefined;
  const decided = fate && (fate.users === 'delete' || fate.to !== '');
  const ready = facts !== undefined && (users === 0 || (decided && typed.trim() === tenant.id));

  const remove = async () => {
    if (!ready) return;
    setError(undefined);
    setDone(0);
    try {
      await deleteTenant(tenant.id, users > 0 ? fate : undefined, setDone);
      toast(t('tenants.deleted', { tenant: tenant.name }));
      onClose();
      removeQueries(`tenants/${tenant.id}`);
      navigate(tenantsLink(location), { replace: true });
      refreshSession();
    } catch (cause) {
      setDone(undefined);
      setError(toApiError(cause, tenant.id));
      getDeletion(tenant.id).then(setFacts, () => undefined);
    } finally {
      invalidate('tenants');
      invalidate('users');
    }
  };

  return (
    <Dialog
      title={t('tenants.delete.title', { tenant: tenant.name })}
      alert
      busy={busy}
      onClose={onClose}
      onSubmit={() => void remove()}
      foot={
        <>
          {busy && done > 0 && (
            <DialogSaid>
              {t(exact ? 'tenants.delete.progress' : 'tenants.delete.progress.atLeast', { done, count: users })}
            </DialogSaid>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" tone="dangerSolid" icon="trash" disabled={!ready} busy={busy && t('common.working')}>
            {action(users, exact, fate)}
          </Button>
        </>
      }
    >
      {!facts && !error && (
        <Loading label={t('confirm.facts.loading')}>
          <Bone width={4} />
          <Bone width={3} />
        </Loading>
      )}
      {error && (
        <Note
          tone="danger"
          alert
          action={
            !facts && (
              <Button small onClick={load}>
                {t('common.tryAgain')}
              </Button>
            )
          }
        >
          {error.problem.detail ?? errorMessage(error, app.name)}
        </Note>
      )}
      {facts && users === 0 && <p className={text.muted}>{t('tenants.delete.empty')}</p>}
      {facts && users > 0 && <UsersChoice facts={facts} tenants={others} value={fate} onChange={setFate} />}
      {facts && facts.sessions.number > 0 && (
        <p className={text.muted}>{t('tenants.delete.sessions', { sessions: countLabel(facts.sessions) })}</p>
      )}
      {users > 0 && decided && (
        <TextField
          name="confirm"
          label={t('tenants.delete.type', { id: tenant.id })}
          mono
          value={typed}
          onChange={setTyped}
        />
      )}
    </Dialog>
  );
}

/** The button says the number. */
function action(count: number, exact: boolean, fate: UsersFate | undefined): string {
  if (count === 0 || !fate) return t('tenants.delete.do');
  if (fate.users === 'move') return t(exact ? 'tenants.delete.do.move' : 'tenants.delete.do.move.atLeast', { count });
  return t(exact ? 'tenants.delete.do.too' : 'tenants.delete.do.too.atLeast', { count });
}
