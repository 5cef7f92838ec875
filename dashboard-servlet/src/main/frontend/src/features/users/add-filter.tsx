import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { usePopover } from '@/components/overlay/popover';
import pop from '@/components/overlay/popover.module.css';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { FilterEditor } from './filter-editor';
import type { FilterField } from './filter-fields';
import { type FiltersProps, focusFirst, Titled, usePut } from './filter-popover';
import css from './users.module.css';

/** A menu of what can be filtered by; what is taken shows its choices in the menu's place. */
export function AddFilter({ fields, location }: FiltersProps) {
  const { trigger, pop: box, open, turn, close } = usePopover<HTMLButtonElement, HTMLDivElement>();
  const [field, setField] = useState<FilterField>();
  const put = usePut(location, open);

  useLayoutEffect(() => {
    if (open) focusFirst(box);
    else setField(undefined);
  }, [open, field]);

  return (
    <>
      <Button ref={trigger} icon="filter" popup="dialog" expanded={open} onClick={turn}>
        {t('users.filter.add')}
      </Button>
      {open && (
        <div
          ref={box}
          className={cx(pop.pop, field && css.editor)}
          popover="auto"
          role="dialog"
          aria-label={field?.label ?? t('users.filter.add')}
        >
          {field ? (
            <Titled field={field}>
              <FilterEditor
                field={field}
                value={location.filters[field.param]}
                onPut={(value) => put(field.param, value)}
                onDone={close}
              />
            </Titled>
          ) : (
            <div role="menu" aria-label={t('users.filter.add')} tabIndex={-1} onKeyDown={(event) => walk(box, event)}>
              {fields.map((each) => (
                <button
                  key={each.param}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  className={pop.item}
                  onClick={() => setField(each)}
                >
                  {each.label}
                </button>
              ))}
            </div>
          )}
        </div>
      )}
    </>
  );
}

function walk(box: RefObject<HTMLDivElement>, event: KeyboardEvent): void {
  const items = Array.from(box.current?.querySelectorAll('button') ?? []);
  const at = items.findIndex((item) => item.matches(':focus'));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[next % items.length]?.focus();
}
