import { getJson, sendJson } from '@/lib/api-client';
import type { AddedFactor, FactorList, RecoveryCodeList, TotpConfirmation, TotpSecret } from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';

export const factorsQuery: Query<FactorList> = {
  key: 'profile/factors',
  load: (signal) => getJson<FactorList>('profile/factors', signal),
};

export const beginTotp = () => sendJson<TotpSecret>('POST', 'profile/factors/totp');

export const addTotp = (confirmation: TotpConfirmation) => sendJson<AddedFactor>('POST', 'factors', confirmation);

export const removeFactor = (id: string) => sendJson('DELETE', linkTo(['profile', 'factors', id]));

export const renewRecoveryCodes = () => sendJson<RecoveryCodeList>('POST', 'profile/recovery-codes');
