import { cx } from '@/lib/cx';
import text from '@/styles/text.module.css';
import css from './switch.module.css';

type SwitchProps = {
  readonly label: string;
  readonly line?: string;
  readonly on: boolean;
  /** It is being switched. */
  readonly busy?: boolean;
  readonly onChange: (on: boolean) => void;
};

/** Acts at once; the whole row is its label. */
export function Switch({ label, line, on, busy, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className={css.row}
      aria-checked={on}
      aria-busy={busy || undefined}
      onClick={() => !busy && onChange(!on)}
    >
      <span className={css.words}>
        <span className={text.strong}>{label}</span>
        {line && <span className={cx(text.sm, text.faint)}>{line}</span>}
      </span>
      <span className={css.track} />
    </button>
  );
}
