import type { RefObject } from 'preact';
import { Button, IconButton } from '@/components/button';
import { Icon } from '@/components/icon';
import { usePopover } from '@/components/overlay/popover';
import css from './popover.module.css';

export type MenuItem = {
  readonly id: string;
  readonly label: string;
  readonly icon?: string;
  readonly danger?: boolean;
  /** Of several choices: whether it is the one that is made. */
  readonly current?: boolean;
  /** Of the label, where it isn't that of the page. */
  readonly lang?: string;
  /** Why it can't be done now; then nothing happens. */
  readonly reason?: string;
  readonly onSelect: () => void;
};

type MenuProps = {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** As large as the buttons of a page's head. */
  readonly large?: boolean;
  /** Words on the button in place of "…". */
  readonly words?: string;
  /** Default: plus beside words, else "…". */
  readonly icon?: string;
  /** Is given the button, for what an item opens beside it. */
  readonly button?: RefObject<HTMLButtonElement>;
};

/** "…" with several actions behind it. Arrows, Home and End walk; Escape closes. */
export function Menu({ label, items, large, words, icon, button }: MenuProps) {
  const { trigger, pop, open, turn, close } = usePopover<HTMLButtonElement, HTMLDivElement>(() =>
    buttons()[0]?.focus(),
  );
  const keep = (element: HTMLButtonElement | null) => {
    trigger.current = element;
    if (button) button.current = element;
  };
  const buttons = () => Array.from(pop.current?.querySelectorAll('button') ?? []);

  const onKey = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.findIndex((button) => button.matches(':focus'));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab') close();
    if (next === undefined) return;
    event.preventDefault();
    all[next % all.length]?.focus();
  };

  return (
    <>
      {words ? (
        <Button
          ref={keep}
          small={!large}
          icon={icon ?? 'plus'}
          label={label}
          popup="menu"
          expanded={open}
          onClick={turn}
        >
          {words}
        </Button>
      ) : (
        <IconButton
          ref={keep}
          icon={icon ?? 'more'}
          small={!large}
          tone={large ? 'normal' : 'ghost'}
          label={label}
          popup="menu"
          expanded={open}
          onClick={turn}
        />
      )}
      {open && (
        <div ref={pop} className={css.pop} popover="auto" role="menu" aria-label={label} onKeyDown={onKey}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              aria-current={item.current}
              lang={item.lang}
              tabIndex={-1}
              className={css.item}
              data-tone={item.danger ? 'danger' : undefined}
              aria-disabled={item.reason ? true : undefined}
              onClick={() => {
                if (item.reason) return;
                close();
                item.onSelect();
              }}
            >
              {item.current !== undefined && <Icon name="check" />}
              {item.icon && <Icon name={item.icon} />}
              <span className={css.words}>
                {item.label}
                {item.reason && <span className={css.reason}>{item.reason}</span>}
              </span>
            </button>
          ))}
        </div>
      )}
    </>
  );
}
