import type { MailRow } from '@/lib/api-types';
import { named } from '@/lib/i18n';

/** What a mail is for; a kind of the app's own is its own word. */
export const mailKind = ({ kind }: Pick<MailRow, 'kind'>): string => named(`mail.kind.${kind}`, kind);
