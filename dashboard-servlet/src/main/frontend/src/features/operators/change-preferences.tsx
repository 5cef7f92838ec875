import { useRef, useState } from 'preact/compat';
import { FieldFrame, TextField } from '@/components/form/field';
import { Select } from '@/components/form/select';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import { t } from '@/lib/i18n';
import { languages } from '@/lib/language';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { changePreferences } from './api/profile';

type ChangePreferencesProps = { readonly onDone: () => void; readonly onClose: () => void };

/** Language and time zone of the own account, on every device. */
export function ChangePreferences({ onDone, onClose }: ChangePreferencesProps) {
  const { operator } = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['language', 'timeZone']);
  const before = { language: operator.language ?? '', timeZone: operator.timeZone ?? '' };
  const [language, setLanguage] = useState(before.language);
  const [timeZone, setTimeZone] = useState(before.timeZone);

  const zone = timeZone.trim().replaceAll(' ', '_');
  const change = () =>
    submit.run(isZone(zone) ? {} : { timeZone: t('profile.timeZone.unknown') }, async () => {
      const isReloaded = await changePreferences({ language: language || null, timeZone: zone || null });
      if (isReloaded) return;
      toast(t('profile.preferences.done'));
      onDone();
    });

  return (
    <SubmitDialog
      title={t('profile.preferences')}
      form={form}
      submit={submit}
      button={t('profile.preferences.do')}
      dirty={language !== before.language || timeZone !== before.timeZone}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <FieldFrame label={t('shell.language')} help={t('profile.language.help')} error={submit.errors.language}>
        {({ id, describedBy }) => (
          <Select
            id={id}
            describedBy={describedBy}
            wide
            value={language}
            options={[
              { id: '', label: t('profile.asBrowser') },
              ...languages().map(({ tag, name }) => ({ id: tag, label: name })),
            ]}
            onChange={setLanguage}
          />
        )}
      </FieldFrame>
      <TextField
        name="timeZone"
        label={t('profile.timeZone')}
        help={t('profile.timeZone.help', { zone: browserZone() })}
        optional
        options={ZONES}
        value={timeZone}
        error={submit.errors.timeZone}
        onChange={setTimeZone}
      />
    </SubmitDialog>
  );
}

/** Where "UTC" is missing, as browsers have it, it is there. */
const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].sort();

const browserZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

function isZone(zone: string): boolean {
  try {
    return zone === '' || new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
