import { getJson, sendJson } from '@/lib/api-client';
import type {
  EndedEveryone,
  Progress,
  SessionCount,
  TenantDeletion,
  TenantPage,
  TenantRecord,
  TenantRow,
} from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';
import type { TenantsLocation } from '../tenants-location';

/** What becomes of the users of a tenant that is deleted. */
export type Choice = { readonly users: 'delete' } | { readonly users: 'move'; readonly to: string };

const pathOf = (id: string, ...rest: readonly string[]) => linkTo(['tenants', id, ...rest]);

export function tenantsQuery(location: TenantsLocation): Query<TenantPage> {
  const path = linkTo(['tenants'], location);
  return { key: path, load: (signal) => getJson<TenantPage>(path, signal) };
}

export function tenantQuery(id: string): Query<TenantRecord> {
  const path = pathOf(id);
  return { key: path, load: (signal) => getJson<TenantRecord>(path, signal) };
}

export const createTenant = (id: string, name: string) => sendJson<TenantRow>('POST', 'tenants', { id, name });

export const renameTenant = (id: string, name: string) => sendJson('PATCH', pathOf(id), { name });

export const turnMethod = (id: string, method: string, on: boolean) =>
  sendJson(on ? 'PUT' : 'DELETE', pathOf(id, 'methods', method));

/** What goes with the tenant; asked for when the question is asked, as it may change any time. */
export const getDeletion = (id: string) => getJson<TenantDeletion>(pathOf(id, 'deletion'));

/** Deals with some users at a time, and says how many have been dealt with so far. */
export async function deleteTenant(
  id: string,
  choice: Choice | undefined,
  onProgress: (done: number) => void,
): Promise<void> {
  const path = linkTo(['tenants', id], choice);
  let done = 0;
  for (;;) {
    const { deleted, users } = await sendJson<Progress>('DELETE', path);
    done += users;
    if (deleted) return;
    onProgress(done);
  }
}

/** Of one tenant, or of all within reach. */
export const getSessionCount = (tenant: string | undefined) => getJson<SessionCount>(linkTo(['sessions'], { tenant }));

/** Ends some at a time until none are left; resolves to how many ended. */
export async function revokeAllSessions(tenant: string | undefined): Promise<number> {
  const path = linkTo(['sessions'], { tenant });
  let total = 0;
  for (;;) {
    const { ended, more } = await sendJson<EndedEveryone>('DELETE', path);
    total += ended;
    if (!more) return total;
  }
}
