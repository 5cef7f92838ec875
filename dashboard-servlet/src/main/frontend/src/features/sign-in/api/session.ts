import { sessionRequest } from '@/lib/api-client';
import type { Capabilities } from '@/lib/api-types';

export type Credentials = { readonly email: string; readonly password: string };
export type FirstOperator = Credentials & { readonly token: string; readonly name: string };

export const getSession = () => sessionRequest<Capabilities>('GET', 'session');
export const signIn = (credentials: Credentials) => sessionRequest<Capabilities>('POST', 'session', credentials);
export const signOut = () => sessionRequest('DELETE', 'session');
export const setUp = (operator: FirstOperator) => sessionRequest<Capabilities>('POST', 'setup', operator);
