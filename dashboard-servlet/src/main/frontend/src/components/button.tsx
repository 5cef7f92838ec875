import type { ComponentChildren } from 'preact';
import { forwardRef } from 'preact/compat';
import css from '@/components/button.module.css';
import { Icon } from '@/components/icon';
import { cx } from '@/lib/cx';

export type ButtonTone = 'normal' | 'primary' | 'danger' | 'dangerSolid' | 'ghost';

type ButtonProps = {
  readonly children: ComponentChildren;
  readonly tone?: ButtonTone;
  readonly icon?: string;
  readonly iconAfter?: string;
  readonly small?: boolean;
  readonly wide?: boolean;
  readonly type?: 'button' | 'submit';
  /** Not now: drawn and reachable, but does nothing. The reason stands beside it. */
  readonly disabled?: boolean;
  /** What the label says while the action is under way; the width stays. */
  readonly busy?: string | false;
  readonly label?: string;
  readonly describedBy?: string;
  readonly popoverTarget?: string;
  readonly popup?: 'menu' | 'dialog';
  readonly expanded?: boolean;
  readonly onClick?: (event: MouseEvent) => void;
};

export const Button = forwardRef<HTMLButtonElement, ButtonProps>((props, ref) => {
  const { tone = 'normal', type = 'button', busy = false, disabled = false, icon } = props;
  const still = disabled || busy !== false;
  return (
    <button
      ref={ref}
      type={type}
      className={cx(css.btn, tone !== 'normal' && css[tone], props.small && css.sm, props.wide && css.wide)}
      aria-disabled={still || undefined}
      aria-busy={busy !== false || undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-haspopup={props.popup}
      aria-expanded={props.expanded}
      popovertarget={props.popoverTarget}
      onClick={(event: MouseEvent) => (still ? event.preventDefault() : props.onClick?.(event))}
    >
      {busy !== false ? <Icon name="refresh" /> : icon && <Icon name={icon} />}
      {busy !== false ? <BusyLabel label={props.children} busy={busy} /> : props.children}
      {props.iconAfter && <Icon name={props.iconAfter} />}
    </button>
  );
});

function BusyLabel({ label, busy }: { readonly label: ComponentChildren; readonly busy: string }) {
  return (
    <span className={css.busyLabel}>
      <span data-shown="false">{label}</span>
      <span>{busy}</span>
    </span>
  );
}

type IconButtonProps = {
  readonly icon: string;
  /** Its name, for the ear and for the tooltip. */
  readonly label: string;
  readonly small?: boolean;
  readonly tone?: ButtonTone;
  /** Other words for the tooltip, or none. */
  readonly tip?: string | false;
  readonly expanded?: boolean;
  readonly popup?: 'menu' | 'dialog';
  readonly onClick: (event: MouseEvent) => void;
};

export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>((props, ref) => {
  const { tone = 'ghost', tip = props.label } = props;
  return (
    <button
      ref={ref}
      type="button"
      className={cx(css.btn, css.icon, tone !== 'normal' && css[tone], props.small && css.sm, tip !== false && css.tip)}
      aria-label={props.label}
      aria-expanded={props.expanded}
      aria-haspopup={props.popup}
      data-tip={tip || undefined}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
});

type LinkButtonProps = {
  readonly children: ComponentChildren;
  /** Absent: there is nowhere to go now, and the link says so. */
  readonly href?: string;
  readonly tone?: ButtonTone;
  readonly icon?: string;
  readonly iconAfter?: string;
  readonly small?: boolean;
  readonly newTab?: boolean;
  /** Besides going there. */
  readonly onClick?: () => void;
};

export function LinkButton(props: LinkButtonProps) {
  const { href, tone = 'normal', icon, iconAfter } = props;
  return (
    <a
      className={cx(css.btn, tone !== 'normal' && css[tone], props.small && css.sm)}
      href={href}
      role={href ? undefined : 'link'}
      aria-disabled={href ? undefined : true}
      target={props.newTab ? '_blank' : undefined}
      rel={props.newTab ? 'noreferrer' : undefined}
      onClick={props.onClick}
    >
      {icon && <Icon name={icon} />}
      {props.children}
      {iconAfter && <Icon name={iconAfter} />}
    </a>
  );
}

/** A button that reads like a link. */
export function TextButton(props: {
  readonly children: ComponentChildren;
  readonly expanded?: boolean;
  readonly icon?: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className={css.link} aria-expanded={props.expanded} onClick={props.onClick}>
      {props.icon && <Icon name={props.icon} small />}
      {props.children}
    </button>
  );
}
