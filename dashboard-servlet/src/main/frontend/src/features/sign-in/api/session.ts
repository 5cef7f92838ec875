import { sessionRequest } from '@/lib/api-client';
import type { Capabilities, Credentials, SetUp } from '@/lib/api-types';

export const getSession = () => sessionRequest<Capabilities>('GET', 'session');
export const signIn = (credentials: Credentials) => sessionRequest<Capabilities>('POST', 'session', credentials);
export const signOut = () => sessionRequest('DELETE', 'session');
export const setUp = (operator: SetUp) => sessionRequest<Capabilities>('POST', 'setup', operator);
