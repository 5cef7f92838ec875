import { about } from './en/about';
import { apiKeys } from './en/api-keys';
import { audit } from './en/audit';
import { auditSentences } from './en/audit-sentences';
import { common } from './en/common';
import { imports } from './en/imports';
import { jobs } from './en/jobs';
import { mail } from './en/mail';
import { operators } from './en/operators';
import { overview } from './en/overview';
import { palette } from './en/palette';
import { panels } from './en/panels';
import { shell } from './en/shell';
import { signIn } from './en/sign-in';
import { tenants } from './en/tenants';
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
    ...imports,
    ...mail,
    ...overview,
    ...user,
    ...panels,
    ...tenants,
    ...operators,
    ...audit,
    ...about,
    ...apiKeys,
    ...palette,
  },
  sentences: auditSentences,
} as const;
