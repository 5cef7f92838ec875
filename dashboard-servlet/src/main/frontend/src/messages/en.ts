import { audit } from './en/audit';
import { auditSentences } from './en/audit-sentences';
import { common } from './en/common';
import { jobs } from './en/jobs';
import { mail } from './en/mail';
import { palette } from './en/palette';
import { panels } from './en/panels';
import { shell } from './en/shell';
import { signIn } from './en/sign-in';
import { user } from './en/user';
import { users } from './en/users';

/** English. Every sentence is whole; what varies is a placeholder or a plural form. */
export const en = {
  locale: 'en-GB',
  messages: {
    ...shell,
    ...common,
    ...signIn,
    ...users,
    ...jobs,
    ...mail,
    ...user,
    ...panels,
    ...audit,
    ...palette,
  },
  sentences: auditSentences,
} as const;
