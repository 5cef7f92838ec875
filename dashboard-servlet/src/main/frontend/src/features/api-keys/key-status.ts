import type { Tone } from '@/components/status';
import type { ApiKey } from '@/lib/api-types';

export type KeyStatus = ApiKey['status'] | 'soon';

export const TONES: Readonly<Record<KeyStatus, Tone>> = {
  active: 'ok',
  soon: 'warn',
  expired: 'none',
  revoked: 'danger',
};

const SOON_MS = 14 * 24 * 60 * 60 * 1000;

/** How a key stands; one that ends within two weeks says so. */
export function statusOf({ status, expiresAt }: ApiKey, now: number = Date.now()): KeyStatus {
  return status === 'active' && Date.parse(expiresAt) - now < SOON_MS ? 'soon' : status;
}
