import type { ApiError } from '@/lib/api-error';
import { formatExact } from '@/lib/format';
import { named, t } from '@/lib/i18n';

const REFUSALS = new Set(['conflict', 'invalid']);

/** What went wrong, in a sentence. The server's own words are used for what only it can know. */
export function errorMessage(error: ApiError, app: string): string {
  const said = error.problem.detail ?? error.fieldErrors[0]?.detail;
  if (REFUSALS.has(error.slug) && said) return said;
  if (error.slug === 'unreadable') return notOurs(error, app);
  const general = named(`error.${error.slug}`, error.problem.detail ?? t('error.other', { app }), { app });
  return named(`error.${error.slug}.${error.problem.reason}`, general);
}

/** Who answered instead of us, as far as the status tells, and what makes them do so. An app without a name isn't called ours. */
function notOurs({ status, request }: ApiError, app: string): string {
  const method = request.split(' ')[0];
  const nameless = app === t('shell.by');
  const values = { app: nameless ? t('error.unreadable.app') : app, method };
  const message =
    status === 403 && method !== 'GET'
      ? t('error.unreadable.403.change', values)
      : named(`error.unreadable.${status}`, t('error.other', values), values);
  return nameless ? message.charAt(0).toUpperCase() + message.slice(1) : message;
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
