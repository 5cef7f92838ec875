import { useState } from 'preact/compat';
import { Button, IconButton } from '@/components/button';
import { OptionBox } from '@/components/form/option-box';
import css from '@/components/form/search-select.module.css';
import { usePopover } from '@/components/overlay/popover';
import pop from '@/components/overlay/popover.module.css';
import type { Option } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import type { Found } from '@/lib/use-options';

type SearchSelectProps = {
  /** What it is that one chooses. */
  readonly label: string;
  /** What is chosen, or that nothing is. */
  readonly shown: string;
  readonly value: string | undefined;
  /** A hook: what there is to choose for what is typed. */
  readonly useFound: (query: string) => Found;
  /** Said where nothing was found for no words at all. */
  readonly hint?: string;
  readonly onPick: (option: Option) => void;
  /** Takes back what is chosen. */
  readonly onClear: () => void;
};

/** A button with what is chosen, that opens a list with a search: for more than a native list can show. */
export function SearchSelect(props: SearchSelectProps) {
  const { trigger, pop: box, open, turn, close } = usePopover<HTMLButtonElement, HTMLDivElement>();
  const { label, shown, value, onPick, onClear } = props;
  return (
    <span className={css.box}>
      <Button
        ref={trigger}
        iconAfter="down"
        popup="dialog"
        expanded={open}
        label={t('choose.value', { label, value: shown })}
        onClick={turn}
      >
        <span className={css.shown} title={shown}>
          {shown}
        </span>
      </Button>
      {value !== undefined && (
        <IconButton
          icon="x"
          small
          label={t('choose.clear', { value: shown })}
          onClick={() => {
            trigger.current?.focus();
            onClear();
          }}
        />
      )}
      {open && (
        <div ref={box} className={cx(pop.pop, pop.pick)} popover="auto" role="dialog" aria-label={label}>
          <Choices
            {...props}
            onPick={(option) => {
              close();
              onPick(option);
            }}
          />
        </div>
      )}
    </span>
  );
}

function Choices({ label, value, useFound, hint, onPick }: SearchSelectProps) {
  const [query, setQuery] = useState('');
  const typed = query.trim();
  const found = useFound(typed);
  return (
    <OptionBox
      search={{ label: t('pick.search'), query, onQuery: setQuery, autoFocus: true }}
      found={found}
      name={label}
      many={false}
      picked={new Set(value === undefined ? [] : [value])}
      words={{
        none: typed ? t('pick.noMatch', { query: typed }) : (hint ?? t('pick.none')),
        failed: t('pick.failed'),
        more: t('pick.more'),
      }}
      onPick={onPick}
    />
  );
}
