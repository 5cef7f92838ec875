import { FieldFrame } from '@/components/form/field';
import { Select } from '@/components/form/select';
import { formatDate } from '@/lib/format';
import { t } from '@/lib/i18n';

/** In days. */
const CHOICES = [7, 30, 90, 180, 365] as const;
export const DEFAULT_LIFETIME = 'P90D';
const DAY_MS = 24 * 60 * 60 * 1000;

type LifetimeChoiceProps = {
  /** By ISO 8601. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

/** How long a key is good, and until when that is. */
export function LifetimeChoice({ value, error, onChange }: LifetimeChoiceProps) {
  const days = CHOICES.find((count) => `P${count}D` === value) ?? 0;
  const date = formatDate(new Date(Date.now() + days * DAY_MS).toISOString());
  return (
    <FieldFrame label={t('apiKeys.lifetime')} help={t('apiKeys.lifetime.until', { date })} error={error}>
      {({ id, describedBy }) => (
        <Select
          wide
          id={id}
          value={value}
          describedBy={describedBy}
          invalid={error !== undefined}
          options={CHOICES.map((count) => ({ id: `P${count}D`, label: t('apiKeys.lifetime.days', { count }) }))}
          onChange={onChange}
        />
      )}
    </FieldFrame>
  );
}
