import { formatAgo, formatDate, formatExact, formatMoment, formatUntil, formatWhen } from '@/lib/format';

type TimeProps = { readonly at: string; readonly as?: 'date' | 'ago' | 'moment' | 'until' | 'when' };

const formats = { date: formatDate, ago: formatAgo, moment: formatMoment, until: formatUntil, when: formatWhen };

/** A time in short; the exact one with its zone is in the title. */
export function Time({ at, as = 'date' }: TimeProps) {
  return (
    <time dateTime={at} title={formatExact(at)}>
      {formats[as](at)}
    </time>
  );
}
