import field from '@/components/form/field.module.css';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import { KINDS, type Kind } from './create-form';

type SignInKindProps = { readonly value: Kind; readonly onChange: (kind: Kind) => void };

/** How they sign in, as cards. */
export function SignInKind({ value, onChange }: SignInKindProps) {
  const words = {
    password: [t('method.password'), t('create.kind.password.hint')],
    email: [t('method.email-link'), t('create.kind.email.hint')],
    phone: [t('method.phone-code'), t('create.kind.phone.hint')],
  };
  return (
    <fieldset className={field.field}>
      <legend className={field.legend}>{t('create.kind')}</legend>
      <div className={field.cards}>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="kind"
              className={cx(field.check, field.radio)}
              checked={value === kind}
              onChange={() => onChange(kind)}
            />
            <span>
              <span className={text.strong}>{words[kind][0]}</span>
              <span className={cx(text.sm, text.faint)}>{words[kind][1]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
