import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/icon';
import css from '@/components/note.module.css';

type NoteProps = {
  readonly children: ComponentChildren;
  readonly tone?: 'info' | 'warn' | 'danger' | 'ok';
  /** It appeared by itself, so it is read out. */
  readonly alert?: boolean;
  readonly action?: ComponentChildren;
};

const icons = { info: 'info', warn: 'warn', danger: 'error', ok: 'check' } as const;

export function Note({ children, tone = 'info', alert, action }: NoteProps) {
  return (
    <div className={css.note} data-tone={tone} role={alert ? 'alert' : undefined}>
      <Icon name={icons[tone]} />
      <div className={css.body}>{children}</div>
      {action}
    </div>
  );
}
