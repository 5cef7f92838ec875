import { FieldFrame } from '@/components/form/field';
import field from '@/components/form/field.module.css';
import { cx } from '@/lib/cx';

type CodeFieldProps = {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly error?: string;
  readonly autoFocus?: boolean;
  /** A recovery code, which has letters. */
  readonly letters?: boolean;
  readonly onChange: (value: string) => void;
};

/** A code that counts once: phones offer it, and show the keys for it. */
export function CodeField({ label, help, value, error, autoFocus, letters, onChange }: CodeFieldProps) {
  return (
    <FieldFrame label={label} help={help} error={error}>
      {({ id, describedBy }) => (
        <input
          id={id}
          name="code"
          className={cx(field.input, field.mono)}
          inputMode={letters ? 'text' : 'numeric'}
          autoComplete={letters ? 'off' : 'one-time-code'}
          autoCapitalize="none"
          spellcheck={false}
          maxLength={40}
          autoFocus={autoFocus}
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
