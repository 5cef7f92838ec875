import css from '@/components/form/field.module.css';
import { Icon } from '@/components/icon';
import { cx } from '@/lib/cx';

type SelectProps = {
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly id?: string;
  readonly label?: string;
  /** Said while nothing is chosen: there is no option for that. */
  readonly placeholder?: string;
  readonly small?: boolean;
  readonly wide?: boolean;
  readonly describedBy?: string;
  readonly invalid?: boolean;
};

/** The browser's select in our clothes: it knows every keyboard and screen reader there is. */
export function Select(props: SelectProps) {
  return (
    <span className={cx(css.select, props.small && css.small, props.wide && css.wide)}>
      <select
        id={props.id}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {props.placeholder && props.value === '' && (
          <option value="" disabled>
            {props.placeholder}
          </option>
        )}
        {props.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" small />
    </span>
  );
}
