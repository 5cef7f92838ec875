import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/compat';
import chip from '@/components/chip.module.css';
import { Icon } from '@/components/icon';
import layout from '@/components/layout.module.css';
import { usePopover } from '@/components/overlay/popover';
import pop from '@/components/overlay/popover.module.css';
import { afterRender } from '@/lib/after-render';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import text from '@/styles/text.module.css';
import { FilterEditor } from './filter-editor';
import { type FilterField, OF_A_JOB, unknownFilters, useFilterWords } from './filter-fields';
import { type FiltersProps, focusFirst, putFilter, Titled, usePut } from './filter-popover';
import css from './users.module.css';
import { changed, type UsersLocation, usersLink } from './users-location';

type ChipsProps = FiltersProps & {
  readonly group: RefObject<HTMLFieldSetElement>;
  /** Where focus goes once the last one is gone. */
  readonly onGone: () => void;
  /** Of the sheet of small screens, where there is no bar of them. */
  readonly inside?: boolean;
};

/** What narrows the list. The body of a chip changes it, × and Delete remove it. */
export function FilterChips({ fields, location, group, onGone, inside }: ChipsProps) {
  const [open, setOpen] = useState<string>();
  const known = [...fields, OF_A_JOB];
  const all = [...known, ...unknownFilters(known, location).map(unknownField)];
  // one of which nothing is ticked stays as long as something can be ticked in it
  const set = all.flatMap((field) => {
    const value = location.filters[field.param] ?? (field.param === open ? '' : undefined);
    return value === undefined ? [] : [{ field, value }];
  });
  if (set.length === 0) return null;

  const remove = (at: number) => {
    const field = set[at]?.field;
    if (!field) return;
    putFilter(location, field.param, undefined);
    if (set.length === 1) onGone();
    else afterRender(() => bodies(group)[Math.min(at, set.length - 2)]?.focus());
  };
  return (
    <fieldset
      ref={group}
      className={inside ? cx(chip.chips, css.group) : cx(layout.bar, css.group, text.noSmall)}
      aria-label={t('users.filter.group')}
    >
      {set.map(({ field, value }, at) => (
        <FilterChip
          key={field.param}
          field={field}
          value={value}
          location={location}
          onOpen={setOpen}
          onRemove={() => remove(at)}
        />
      ))}
      <button
        type="button"
        className={css.clear}
        onClick={() => {
          navigate(usersLink(changed(location, { filters: {} })));
          onGone();
        }}
      >
        {t('users.filter.clearAll')}
      </button>
    </fieldset>
  );
}

/** Nothing to choose from, but something to remove. */
const unknownField = (param: string): FilterField => ({
  param,
  label: t('users.filter.unknown', { name: param.replace(/^f\./, '') }),
  kind: 'list',
  choices: [],
});

const bodies = (group: RefObject<HTMLFieldSetElement>) =>
  Array.from(group.current?.querySelectorAll<HTMLElement>(`.${css.body}`) ?? []);

export function focusLastChip(group: RefObject<HTMLFieldSetElement>): void {
  bodies(group).at(-1)?.focus();
}

type ChipProps = {
  readonly field: FilterField;
  readonly value: string;
  readonly location: UsersLocation;
  readonly onOpen: (param: string | undefined) => void;
  readonly onRemove: () => void;
};

function FilterChip({ field, value, location, onOpen, onRemove }: ChipProps) {
  const { trigger, pop: box, open, turn, close } = usePopover<HTMLButtonElement, HTMLDivElement>(() => focusFirst(box));
  const words = useFilterWords([field], location)(field);
  const put = usePut(location, open);
  const removed = useRef(false);

  useEffect(() => {
    if (!open) return undefined;
    onOpen(field.param);
    return () => onOpen(undefined);
  }, [open]);

  const removeOnce = () => {
    if (!removed.current) onRemove();
    removed.current = true;
  };
  return (
    <span className={css.chip}>
      <button
        ref={trigger}
        type="button"
        className={css.body}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={t('users.filter.edit', { label: field.label, value: words })}
        title={words}
        onClick={turn}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Delete' || event.key === 'Backspace') removeOnce();
        }}
      >
        {field.label} <b>{words}</b>
      </button>
      <button
        type="button"
        className={css.remove}
        aria-label={t('users.filter.remove', { label: field.label, value: words })}
        onClick={removeOnce}
      >
        <Icon name="x" small />
      </button>
      {open && (
        <div ref={box} className={cx(pop.pop, css.editor)} popover="auto" role="dialog" aria-label={field.label}>
          <Titled field={field}>
            <FilterEditor field={field} value={value} onPut={(next) => put(field.param, next)} onDone={close} />
          </Titled>
        </div>
      )}
    </span>
  );
}
