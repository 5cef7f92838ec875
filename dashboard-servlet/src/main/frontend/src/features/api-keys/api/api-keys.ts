import { getJson, sendJson } from '@/lib/api-client';
import type { ApiKeyPage, IssuedKey, NewKey } from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';
import type { ApiKeysLocation } from '../api-keys-location';

export function apiKeysQuery(location: ApiKeysLocation): Query<ApiKeyPage> {
  const path = linkTo(['api-keys'], location);
  return { key: path, load: (signal) => getJson<ApiKeyPage>(path, signal) };
}

export const createApiKey = (key: NewKey) => sendJson<IssuedKey>('POST', 'api-keys', key);

/** The durations are those of ISO 8601. */
export const rotateApiKey = (id: string, overlap: string, lifetime: string) =>
  sendJson<IssuedKey>('POST', linkTo(['api-keys', id, 'rotate']), { overlap, lifetime });

export const revokeApiKey = (id: string) => sendJson('DELETE', linkTo(['api-keys', id]));
