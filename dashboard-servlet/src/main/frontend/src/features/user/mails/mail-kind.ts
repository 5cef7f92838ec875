import type { MailRow } from '@/lib/api-types';
import { label } from '@/lib/i18n';

/** What a mail is for; a kind of the app's own is its own word. */
export const mailKind = (mail: Pick<MailRow, 'label'>): string => label(mail.label);
