import type { ApiError } from '@/lib/api-error';
import { formatExact } from '@/lib/format';
import { named, t } from '@/lib/i18n';

/** What went wrong, in a sentence. The server's own words are used for what only it can know. */
export function describeError(error: ApiError, app: string): string {
  if (error.slug === 'conflict' && error.problem.detail) return error.problem.detail;
  return named(`error.${error.slug}`, error.problem.detail ?? t('error.other', { app }), { app });
}

/** For the one who looks for the cause: status, request, trace and time. */
export function errorDetails(error: ApiError): string {
  const head = error.status
    ? t('error.detail.line', { status: String(error.status), slug: error.slug })
    : t('error.detail.noStatus', { slug: error.slug });
  const trace = error.extra('trace');
  const lines = [head, error.request, trace && t('error.detail.trace', { trace }), formatExact(error.at.toISOString())];
  return lines.filter(Boolean).join('\n');
}
