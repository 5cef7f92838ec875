import { SecretField } from '@/components/form/field';
import field from '@/components/form/field.module.css';
import type { PasswordRules } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { generatePassword } from '@/lib/generate-password';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import { lifetime } from '../lifetime';
import { type CreateDraft, invites } from './create-form';

type FirstPasswordProps = {
  readonly draft: CreateDraft;
  readonly error: string | undefined;
  readonly rules: PasswordRules | undefined;
  /** Whether an invitation can be sent; else the operator gets its link. */
  readonly mails: boolean;
  readonly onChange: (part: Partial<CreateDraft>) => void;
};

/** They choose it by a link, or it is set right away. */
export function FirstPassword({ draft, error, rules, mails, onChange }: FirstPasswordProps) {
  const secret = (
    <SecretField
      name="new-password"
      autoComplete="new-password"
      label={t('signIn.password')}
      help={rules ? t('password.min', { count: rules.min }) : undefined}
      value={draft.password}
      error={error}
      generate={() => generatePassword(rules?.min)}
      onChange={(password) => onChange({ password })}
    />
  );
  if (!invites(rules)) return secret;
  return (
    <fieldset className={field.field}>
      <legend className={field.legend}>{t('create.first')}</legend>
      <Choice
        words={t('create.first.invite')}
        checked={draft.first === 'invite'}
        describedBy="create-invite"
        onChoose={() => onChange({ first: 'invite' })}
      />
      <p className={field.help} id="create-invite">
        {mails ? t('create.first.invite.mail') : t('create.first.invite.link')} {lifetime(rules?.invitationHours)}
      </p>
      <Choice
        words={t('create.first.set')}
        checked={draft.first === 'set'}
        onChoose={() => onChange({ first: 'set' })}
      />
      {draft.first === 'set' && <div>{secret}</div>}
    </fieldset>
  );
}

type ChoiceProps = {
  readonly words: string;
  readonly checked: boolean;
  readonly describedBy?: string;
  readonly onChoose: () => void;
};

function Choice({ words, checked, describedBy, onChoose }: ChoiceProps) {
  return (
    <label className={field.option}>
      <input
        type="radio"
        name="first"
        className={cx(field.check, field.radio)}
        checked={checked}
        aria-describedby={describedBy}
        onChange={onChoose}
      />
      <span className={text.strong}>{words}</span>
    </label>
  );
}
