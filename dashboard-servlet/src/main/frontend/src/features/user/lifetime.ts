import { t } from '@/lib/i18n';

/** How long a link works, in words: whole days from two on. */
export function lifetime(hours: number | undefined): string | undefined {
  if (!hours) return undefined;
  return hours >= 48 && hours % 24 === 0
    ? t('user.handOver.days', { count: hours / 24 })
    : t('user.handOver.hours', { count: hours });
}
