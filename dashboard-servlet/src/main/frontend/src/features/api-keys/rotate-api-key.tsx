import { useRef, useState } from 'preact/compat';
import { FieldFrame } from '@/components/form/field';
import { Select } from '@/components/form/select';
import { Note } from '@/components/note';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import type { ApiKey, IssuedKey } from '@/lib/api-types';
import { formatWhen } from '@/lib/format';
import { t } from '@/lib/i18n';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { rotateApiKey } from './api/api-keys';
import { DEFAULT_LIFETIME, LifetimeChoice } from './lifetime-choice';

type RotateApiKeyProps = {
  readonly apiKey: ApiKey;
  readonly onRotated: (issued: IssuedKey) => void;
  readonly onClose: () => void;
};

/** Durations by ISO 8601. */
const OVERLAPS = ['PT24H', 'PT1H', 'P7D', 'PT0S'] as const;
const AT_ONCE = 'PT0S';

export function RotateApiKey({ apiKey, onRotated, onClose }: RotateApiKeyProps) {
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['overlap', 'lifetime']);
  const before = apiKey.secrets[1];
  const overlapping = before && Date.parse(before.expiresAt) > Date.now() ? before : undefined;
  const [overlap, setOverlap] = useState<string>(overlapping ? AT_ONCE : OVERLAPS[0]);
  const [lifetime, setLifetime] = useState(DEFAULT_LIFETIME);

  const rotate = () =>
    submit.run({}, async () => {
      onRotated(await rotateApiKey(apiKey.id, overlap, lifetime));
    });

  return (
    <SubmitDialog
      title={t('apiKeys.rotate.title', { name: apiKey.name })}
      form={form}
      submit={submit}
      button={t('apiKeys.rotate')}
      icon="refresh"
      dirty={false}
      onSubmit={() => void rotate()}
      onClose={onClose}
    >
      <p className={text.muted}>{t('apiKeys.rotate.text')}</p>
      {overlapping && (
        <Note tone="warn">{t('apiKeys.rotate.overlapping', { end: formatWhen(overlapping.expiresAt) })}</Note>
      )}
      <FieldFrame label={t('apiKeys.rotate.overlap')} error={submit.errors.overlap}>
        {({ id, describedBy }) => (
          <Select
            wide
            id={id}
            value={overlap}
            describedBy={describedBy}
            options={(overlapping ? ([AT_ONCE] as const) : OVERLAPS).map((each) => ({
              id: each,
              label: t(`apiKeys.rotate.overlap.${each}`),
            }))}
            onChange={setOverlap}
          />
        )}
      </FieldFrame>
      <LifetimeChoice value={lifetime} error={submit.errors.lifetime} onChange={setLifetime} />
    </SubmitDialog>
  );
}
