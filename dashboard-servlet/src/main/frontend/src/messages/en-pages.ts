import { about } from './en/about';
import { apiKeys } from './en/api-keys';
import { imports } from './en/imports';
import { operators } from './en/operators';
import { overview } from './en/overview';
import { secondFactor } from './en/second-factor';
import { tenants } from './en/tenants';

/** Of the pages that are loaded when they are opened. */
export const enPages = {
  ...operators,
  ...secondFactor,
  ...apiKeys,
  ...imports,
  ...tenants,
  ...about,
  ...overview,
} as const;
