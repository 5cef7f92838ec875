import { lazy } from 'preact/compat';
import { loadPageWords } from '@/lib/i18n';

/** What is loaded when it is opened, with its words. */
export const onDemand: typeof lazy = (load) =>
  lazy(async () => {
    const [part] = await Promise.all([load(), loadPageWords()]);
    return part;
  });
