import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/compat';
import { Button, IconButton } from '@/components/button';
import { Icon } from '@/components/icon';
import { afterRender } from '@/lib/after-render';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import css from './field.module.css';

type FieldFrameProps = {
  readonly label: ComponentChildren;
  readonly optional?: boolean;
  readonly help?: string;
  readonly error?: ComponentChildren;
  readonly children: (ids: { readonly id: string; readonly describedBy: string | undefined }) => ComponentChildren;
};

/** Label above, help and error below, and the ids that tie them to the control. */
export function FieldFrame({ label, optional, help, error, children }: FieldFrameProps) {
  const id = useId();
  const describedBy = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ');
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
        {optional && <span className={css.optional}>{t('common.optional')}</span>}
      </label>
      {children({ id, describedBy: describedBy || undefined })}
      {error && (
        <p className={css.error} id={`${id}-error`}>
          <Icon name="error" />
          <span>{error}</span>
        </p>
      )}
      {help && (
        <p className={css.help} id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'tel' | 'number' | 'date';
  readonly autoComplete?: string;
  readonly optional?: boolean;
  readonly readOnly?: boolean;
  readonly mono?: boolean;
  /** What is longer stays, with words that say so. */
  readonly maxLength?: number;
  readonly help?: string;
  readonly error?: ComponentChildren;
  readonly autoFocus?: boolean;
  readonly min?: string;
  /** Proposed for what is typed. */
  readonly options?: readonly string[];
  readonly onLeave?: () => void;
};

/**
 * An email is a line of text with the keyboard for one: of type "email", Chromium hands straße.example on as
 * strasse.example, which is somebody else's, and bücher.example as xn--bcher-kva.example, which nobody can read.
 */
const KEYBOARDS = { email: 'email', number: 'decimal' } as const;

function keyboard(type: TextFieldProps['type']) {
  return type === 'email' || type === 'number' ? KEYBOARDS[type] : undefined;
}

export function TextField(props: TextFieldProps) {
  const tooLong = props.maxLength !== undefined && props.value.length > props.maxLength;
  const error = tooLong ? tooLongWords(props.value, props.maxLength) : props.error;
  return (
    <FieldFrame label={props.label} optional={props.optional} help={props.help} error={error}>
      {({ id, describedBy }) => (
        <>
          <input
            id={id}
            name={props.name}
            className={cx(css.input, props.mono && css.mono)}
            type={keyboard(props.type) ? 'text' : (props.type ?? 'text')}
            inputMode={keyboard(props.type)}
            autoCapitalize={props.type === 'email' ? 'none' : undefined}
            value={props.value}
            autoComplete={props.autoComplete ?? 'off'}
            spellcheck={props.mono || props.options || props.type === 'email' ? false : undefined}
            readOnly={props.readOnly}
            min={props.min}
            autoFocus={props.autoFocus}
            list={props.options && `${id}-options`}
            data-too-long={tooLong || undefined}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy}
            onInput={(event) => props.onChange(event.currentTarget.value)}
            onBlur={props.onLeave}
          />
          {props.options && (
            <datalist id={`${id}-options`}>
              {props.options.map((option) => (
                <option key={option} value={option} />
              ))}
            </datalist>
          )}
        </>
      )}
    </FieldFrame>
  );
}

export const tooLongWords = (value: string, most = 0) => t('field.tooLong', { count: value.length, max: most });

type SecretFieldProps = Omit<TextFieldProps, 'type' | 'mono' | 'readOnly' | 'min'> & {
  /** Makes up a password; it is shown then, as somebody has to pass it on. */
  readonly generate?: () => string;
};

/** A password one can look at while typing. */
export function SecretField(props: SecretFieldProps) {
  const [shown, setShown] = useState(false);
  const { generate } = props;
  return (
    <FieldFrame label={props.label} optional={props.optional} help={props.help} error={props.error}>
      {({ id, describedBy }) => (
        <div className={css.secret}>
          <div className={css.affix}>
            <input
              id={id}
              name={props.name}
              type={shown ? 'text' : 'password'}
              value={props.value}
              autoComplete={props.autoComplete ?? 'off'}
              spellcheck={false}
              maxLength={props.maxLength}
              autoFocus={props.autoFocus}
              aria-invalid={props.error ? true : undefined}
              aria-describedby={describedBy}
              onInput={(event) => props.onChange(event.currentTarget.value)}
              onBlur={props.onLeave}
            />
            <IconButton
              icon="eye"
              small
              label={shown ? t('common.hidePassword') : t('common.showPassword')}
              onClick={() => setShown(!shown)}
            />
          </div>
          {generate && (
            <Button
              icon="dice"
              onClick={() => {
                props.onChange(generate());
                setShown(true);
              }}
            >
              {t('field.generate')}
            </Button>
          )}
        </div>
      )}
    </FieldFrame>
  );
}

/** Moves focus to the first control that was refused. */
export function focusFirstInvalid(container: ParentNode | null | undefined): void {
  afterRender(() => container?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
