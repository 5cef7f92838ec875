import { about } from './de/about';
import { apiKeys } from './de/api-keys';
import { imports } from './de/imports';
import { operators } from './de/operators';
import { overview } from './de/overview';
import { secondFactor } from './de/second-factor';
import { tenants } from './de/tenants';
import type { Message, PageKey } from './message';

/** Of the pages that are loaded when they are opened. */
export const dePages: Readonly<Record<PageKey, Message>> = {
  ...operators,
  ...secondFactor,
  ...apiKeys,
  ...imports,
  ...tenants,
  ...about,
  ...overview,
};
