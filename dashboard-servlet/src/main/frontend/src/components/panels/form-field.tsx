import type { ComponentChildren } from 'preact';
import { FieldFrame, TextField, tooLongWords } from '@/components/form/field';
import css from '@/components/form/field.module.css';
import { TagsInput } from '@/components/form/tags-input';
import type { Field, FieldValue } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { label, t } from '@/lib/i18n';

type FormFieldProps = {
  readonly field: Field;
  /** Why it can't be changed, if it can't. */
  readonly locked?: string;
  readonly value: FieldValue;
  readonly error?: ComponentChildren;
  readonly onChange: (value: FieldValue) => void;
};

/** A field of a recipe's form by its kind; an unknown kind is a line of text. */
export function FormField(props: FormFieldProps) {
  switch (props.field.kind) {
    case 'tags':
    case 'names':
      return <Tags {...props} />;
    case 'switch':
      return <Check {...props} />;
    case 'long':
    case 'json':
      return <Long {...props} />;
    default:
      return <TextField {...common(props)} type={props.field.kind === 'email' ? 'email' : 'text'} />;
  }
}

function common({ field, value, error, onChange, locked }: FormFieldProps) {
  return {
    name: field.name,
    label: label(field.label),
    optional: !field.required,
    readOnly: locked !== undefined,
    help: locked ?? (field.help ? label(field.help) : undefined),
    maxLength: field.maxLength,
    value: String(value),
    error,
    onChange,
  };
}

function Tags({ field, value, error, onChange }: FormFieldProps) {
  const names = field.kind === 'names';
  const help = field.help ? label(field.help) : t(names ? 'tags.helpNames' : 'tags.help');
  return (
    <FieldFrame label={label(field.label)} optional={!field.required} help={help} error={error}>
      {({ id, describedBy }) => (
        <TagsInput
          id={id}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
          mono={!names}
          names={names}
          suggestions={field.suggestions}
          invalid={error !== undefined}
          describedBy={describedBy}
        />
      )}
    </FieldFrame>
  );
}

function Check({ field, value, error, onChange }: FormFieldProps) {
  const id = `field-${field.name}`;
  return (
    <div className={css.field}>
      <label className={css.option} htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          className={css.check}
          checked={value === true}
          aria-invalid={error ? true : undefined}
          aria-describedby={field.help ? `${id}-help` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label(field.label)}
      </label>
      {(error || field.help) && (
        <p className={error ? css.error : css.help} id={`${id}-help`}>
          {error || label(field.help)}
        </p>
      )}
    </div>
  );
}

function Long({ field, value, error: refused, onChange }: FormFieldProps) {
  const tooLong = String(value).length > field.maxLength;
  const error = tooLong ? tooLongWords(String(value), field.maxLength) : refused;
  return (
    <FieldFrame
      label={label(field.label)}
      optional={!field.required}
      help={field.help ? label(field.help) : undefined}
      error={error}
    >
      {({ id, describedBy }) => (
        <textarea
          id={id}
          name={field.name}
          className={cx(css.input, field.kind === 'json' && css.mono)}
          rows={4}
          data-too-long={tooLong || undefined}
          value={String(value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
