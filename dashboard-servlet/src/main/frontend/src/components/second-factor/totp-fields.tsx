import { TextField } from '@/components/form/field';
import { CodeField } from '@/components/second-factor/code-field';
import { QrCode } from '@/components/second-factor/qr-code';
import css from '@/components/second-factor/second-factor.module.css';
import type { TotpSecret } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import type { FieldErrors } from '@/lib/use-submit';
import text from '@/styles/text.module.css';

export type TotpValues = { readonly name: string; readonly code: string };

type TotpFieldsProps = {
  readonly secret: TotpSecret;
  readonly values: TotpValues;
  readonly errors: FieldErrors;
  readonly onChange: (values: TotpValues) => void;
};

/** The secret, to be scanned or typed, and the code by which the app shows that it has it. */
export function TotpFields({ secret, values, errors, onChange }: TotpFieldsProps) {
  return (
    <>
      <div className={css.scan}>
        <QrCode text={secret.uri} label={t('factor.qr')} />
        <div>
          <p className={text.muted}>{t('factor.scan')}</p>
          <p className={cx(text.mono, css.secret)}>{inFours(secret.secret)}</p>
        </div>
      </div>
      <CodeField
        label={t('factor.code')}
        help={t('factor.code.help')}
        value={values.code}
        error={errors.code}
        autoFocus
        onChange={(code) => onChange({ ...values, code })}
      />
      <TextField
        name="name"
        label={t('factor.name')}
        help={t('factor.name.help')}
        maxLength={80}
        value={values.name}
        error={errors.name}
        onChange={(name) => onChange({ ...values, name })}
      />
    </>
  );
}

export const totpErrors = ({ name, code }: TotpValues): FieldErrors => ({
  ...(code.trim() ? {} : { code: t('field.required') }),
  ...(name.trim() ? {} : { name: t('field.required') }),
});

/** As it is easiest to type. */
const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret;
