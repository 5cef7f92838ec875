import { createContext, useContext } from 'preact/compat';
import type { Capabilities } from '@/lib/api-types';

/** What the signed-in operator may see and do. */
export type OperatorSession = Capabilities & {
  readonly can: (permission: string) => boolean;
  readonly tenantName: (id: string) => string;
};

export function toSession(capabilities: Capabilities): OperatorSession {
  const permissions = new Set(capabilities.permissions);
  const names = new Map(capabilities.tenants.map((tenant) => [tenant.id, tenant.name]));
  return {
    ...capabilities,
    can: (permission) => permissions.has(permission),
    tenantName: (id) => names.get(id) ?? id,
  };
}

let refresh: (() => void) | undefined;

/** Asks anew what there is to see, as when a tenant was added: drop-downs know of it everywhere. */
export const refreshSession = () => refresh?.();

export function onSessionRefresh(handler: (() => void) | undefined): void {
  refresh = handler;
}

export const SessionContext = createContext<OperatorSession | undefined>(undefined);

export function useSession(): OperatorSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of a signed-in dashboard');
  return session;
}
