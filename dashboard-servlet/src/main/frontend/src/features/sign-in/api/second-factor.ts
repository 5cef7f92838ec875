import { sessionRequest } from '@/lib/api-client';
import type { AddedFactor, TotpConfirmation, TotpSecret } from '@/lib/api-types';

export const giveCode = (code: string) => sessionRequest('PUT', 'session', { code });
export const beginTotp = () => sessionRequest<TotpSecret>('POST', 'session/factors/totp');
export const addTotp = (confirmation: TotpConfirmation) => sessionRequest<AddedFactor>('POST', 'factors', confirmation);
