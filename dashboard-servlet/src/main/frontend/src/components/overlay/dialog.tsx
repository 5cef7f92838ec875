import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/compat';
import { Button, IconButton } from '@/components/button';
import { t } from '@/lib/i18n';
import { useUnsaved } from '@/lib/unsaved';
import { useCloseOnBack } from '@/lib/use-close-on-back';
import css from './dialog.module.css';

type DialogProps = {
  readonly title: string;
  readonly children: ComponentChildren;
  /** The buttons; the safe one first. */
  readonly foot: ComponentChildren;
  readonly small?: boolean;
  readonly large?: boolean;
  /** It has an address of its own, so Back leaves it as it leaves a page; what was typed must be kept elsewhere. */
  readonly addressed?: boolean;
  /** Interrupts and must be answered. */
  readonly alert?: boolean;
  /** Something was typed that closing would lose: asks before it does. */
  readonly dirty?: boolean;
  readonly busy?: boolean;
  /** Absent: it cannot be closed without an answer. */
  readonly onClose?: () => void;
  readonly onSubmit?: () => void;
};

/** A modal dialog: the browser's own, so focus stays inside, Escape closes, and focus returns where it was. */
export function Dialog(props: DialogProps) {
  const { title, small, large, alert, dirty, busy, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [asking, setAsking] = useState(false);
  const typing = useRef<Element | null>(null);

  // at once: what is typed next is meant for it
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    if (element) firstFocus(element, alert ?? false)?.focus();
    return () => element?.close();
  }, []);

  /** Whether it closes now; else it says why not, or asks. */
  const close = (): boolean => {
    if (busy || !onClose) return false;
    if (dirty && !asking) {
      typing.current = document.activeElement;
      setAsking(true);
      return false;
    }
    onClose();
    return true;
  };
  const keep = () => {
    setAsking(false);
    if (typing.current instanceof HTMLElement) typing.current.focus();
  };
  useUnsaved(dirty ?? false);
  useCloseOnBack(onClose !== undefined && !props.addressed, close);

  return (
    <dialog
      ref={dialog}
      className={css.dialog}
      data-size={small ? 'sm' : large ? 'lg' : undefined}
      role={alert ? 'alertdialog' : undefined}
      aria-modal="true"
      aria-labelledby={heading}
      onCancel={(event: Event) => {
        event.preventDefault();
        close();
      }}
    >
      <form
        className={css.form}
        noValidate
        onSubmit={(event: Event) => {
          event.preventDefault();
          if (!busy) props.onSubmit?.();
        }}
      >
        <div className={css.head}>
          <h2 id={heading}>{title}</h2>
          {onClose && <IconButton icon="x" label={t('common.close')} tip={false} onClick={close} />}
        </div>
        <div className={css.body}>{props.children}</div>
        <div className={css.foot}>{asking ? <Discard onKeep={keep} onDiscard={() => onClose?.()} /> : props.foot}</div>
      </form>
    </dialog>
  );
}

/** The field that asks for it, else the first field, else the first and harmless button of the foot. */
function firstFocus(dialog: HTMLElement, alert: boolean): HTMLElement | null {
  const find = (selector: string) => dialog.querySelector<HTMLElement>(selector);
  const field = alert ? null : find(`.${css.body} :is(input, select, textarea):not([readonly])`);
  return find('[autofocus]') ?? field ?? find(`.${css.foot} button`);
}

function Discard({ onKeep, onDiscard }: { readonly onKeep: () => void; readonly onDiscard: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);

  // before the next key: Enter in the field would send what one is asked about
  useLayoutEffect(() => keep.current?.focus(), []);

  return (
    <>
      <span className={css.said} role="alert">
        {t('common.discard.question')}
      </span>
      <Button ref={keep} onClick={onKeep}>
        {t('common.discard.keep')}
      </Button>
      <Button tone="dangerSolid" onClick={onDiscard}>
        {t('common.discard.do')}
      </Button>
    </>
  );
}

/** What the foot says when something is not right. */
export function DialogSaid({ children }: { readonly children: ComponentChildren }) {
  return <span className={css.said}>{children}</span>;
}
