import { about } from './de/about';
import { apiKeys } from './de/api-keys';
import { audit } from './de/audit';
import { auditSentences } from './de/audit-sentences';
import { common } from './de/common';
import { imports } from './de/imports';
import { jobs } from './de/jobs';
import { mail } from './de/mail';
import { operators } from './de/operators';
import { overview } from './de/overview';
import { palette } from './de/palette';
import { panels } from './de/panels';
import { shell } from './de/shell';
import { signIn } from './de/sign-in';
import { tenants } from './de/tenants';
import { user } from './de/user';
import { users } from './de/users';
import type { Catalog, MessageKey } from './message';

/** German. */
export const de: Catalog<MessageKey> = {
  locale: 'de-DE',
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
};
