import { sessionRequest } from '@/lib/api-client';
import type { Acceptance, Link, LinkToken, PasswordReset } from '@/lib/api-types';

export const lookAtLink = (token: LinkToken) => sessionRequest<Link>('POST', 'operator-link', token);
export const acceptInvitation = (body: Acceptance) => sessionRequest('POST', 'operator-link/accept', body);
export const resetPassword = (body: PasswordReset) => sessionRequest('POST', 'operator-link/reset', body);
