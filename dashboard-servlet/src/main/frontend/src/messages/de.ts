import { audit } from './de/audit';
import { auditSentences } from './de/audit-sentences';
import { common } from './de/common';
import { jobs } from './de/jobs';
import { mail } from './de/mail';
import { palette } from './de/palette';
import { panels } from './de/panels';
import { shell } from './de/shell';
import { signIn } from './de/sign-in';
import { user } from './de/user';
import { users } from './de/users';
import type { Catalog, FirstKey } from './message';

/** German. */
export const de: Catalog<FirstKey> = {
  locale: 'de-DE',
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
};
