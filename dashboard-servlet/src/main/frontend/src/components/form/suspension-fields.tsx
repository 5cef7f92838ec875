import { TextField } from '@/components/form/field';
import type { SuspensionBody } from '@/lib/api-types';
import { isoDay, midnight } from '@/lib/days';
import { t } from '@/lib/i18n';

/** What is typed of a suspension. */
export type SuspensionDraft = { readonly reason: string; readonly day: string };

export const SUSPENSION_FIELDS = ['reason', 'until'] as const;
export const noSuspension: SuspensionDraft = { reason: '', day: '' };

const DAY_MS = 24 * 60 * 60 * 1000;

type SuspensionFieldsProps = {
  readonly draft: SuspensionDraft;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly onChange: (draft: SuspensionDraft) => void;
};

/** Why, and for good or until the start of a day. */
export function SuspensionFields({ draft, errors, onChange }: SuspensionFieldsProps) {
  return (
    <>
      <TextField
        name="reason"
        label={t('user.suspend.reason')}
        help={t('user.suspend.reason.help')}
        maxLength={500}
        value={draft.reason}
        error={errors.reason}
        onChange={(reason) => onChange({ ...draft, reason })}
      />
      <TextField
        name="until"
        type="date"
        optional
        label={t('user.suspend.until')}
        help={t('user.suspend.until.help')}
        min={isoDay(new Date(Date.now() + DAY_MS))}
        value={draft.day}
        error={errors.until}
        onChange={(day) => onChange({ ...draft, day })}
      />
    </>
  );
}

export const isSuspensionTyped = ({ reason, day }: SuspensionDraft) => reason !== '' || day !== '';

/** What can be seen without asking the server. */
export function checkSuspension({ reason, day }: SuspensionDraft): Readonly<Record<string, string>> {
  return {
    ...(reason.trim() ? {} : { reason: t('field.required') }),
    ...(day && startOf(day) <= Date.now() ? { until: t('user.suspend.past') } : {}),
  };
}

export function suspensionBody({ reason, day }: SuspensionDraft): SuspensionBody {
  return { reason: reason.trim(), ...(day ? { until: new Date(startOf(day)).toISOString() } : {}) };
}

/** Midnight where the operator is. */
const startOf = (day: string) => Date.parse(midnight(day) ?? '');
