import { sessionRequest } from '@/lib/api-client';
import type { Capabilities, Credentials, Proof, SetUp } from '@/lib/api-types';

export const getSession = () => sessionRequest<Capabilities>('GET', 'session');
export const signIn = (credentials: Credentials) => sessionRequest('POST', 'session', credentials);
export const signOut = () => sessionRequest('DELETE', 'session');
export const reauthenticate = (proof: Proof) => sessionRequest('POST', 'session/reauthenticate', proof);
/** Fails where what needs fresh proof would be refused. */
export const lookForProof = () => sessionRequest('GET', 'session/fresh-proof');
export const setUp = (operator: SetUp) => sessionRequest('POST', 'setup', operator);
