import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import field from '@/components/form/field.module.css';
import { Icon } from '@/components/icon';
import pop from '@/components/overlay/popover.module.css';
import { Bone } from '@/components/state-view';
import { fillPath } from '@/lib/action';
import { getJson } from '@/lib/api-client';
import type { Options } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import { useQuery } from '@/lib/query';
import { useDebouncedValue } from '@/lib/use-debounced-value';
import { providersQuery } from './api/get-users';
import { type Choice, type FilterField, PROVIDERS } from './filter-fields';
import { lastDays, readSpan, readValues, writeSpan, writeValues } from './filter-values';
import css from './users.module.css';

type EditorProps = {
  readonly field: FilterField;
  readonly value: string | undefined;
  readonly onApply: (value: string) => void;
};

/** What can be chosen in a filter: from a list, or a span of days. */
export function FilterEditor(props: EditorProps) {
  if (props.field.kind === 'range') return <RangeEditor {...props} />;
  if (props.field.choices) return <ListEditor {...props} choices={props.field.choices} />;
  if (props.field.options === PROVIDERS) return <ProvidersEditor {...props} />;
  return <SearchedEditor {...props} />;
}

const QUICK = [7, 30, 90] as const;

function RangeEditor({ value, onApply }: EditorProps) {
  const [span, setSpan] = useState(readSpan(value));
  const backwards = span.from !== '' && span.to !== '' && span.to < span.from;
  return (
    <form
      className={css.range}
      onSubmit={(event) => {
        event.preventDefault();
        if (!backwards) onApply(writeSpan(span));
      }}
    >
      <div className={css.quick}>
        {QUICK.map((count) => (
          <Button key={count} small onClick={() => onApply(writeSpan(lastDays(count)))}>
            {t('users.filter.days', { count })}
          </Button>
        ))}
      </div>
      <Day label={t('users.filter.from')} value={span.from} onInput={(from) => setSpan({ ...span, from })} />
      <Day label={t('users.filter.to')} value={span.to} onInput={(to) => setSpan({ ...span, to })} />
      {backwards && (
        <p className={field.error} role="alert">
          {t('users.filter.backwards')}
        </p>
      )}
      <Button type="submit" small tone="primary" disabled={backwards}>
        {t('users.filter.apply')}
      </Button>
    </form>
  );
}

type DayProps = { readonly label: string; readonly value: string; readonly onInput: (day: string) => void };

function Day({ label, value, onInput }: DayProps) {
  return (
    <label className={field.field}>
      <span className={field.label}>{label}</span>
      <input
        type="date"
        className={field.input}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

type ListProps = EditorProps & { readonly choices: readonly Choice[]; readonly none?: string };

/** One is taken at once; of several, each tick is. */
function ListEditor({ field: filter, value, onApply, choices, none }: ListProps) {
  const [picked, setPicked] = useState<readonly string[]>(filter.many ? readValues(value) : value ? [value] : []);
  if (choices.length === 0) return <p className={pop.empty}>{none ?? t('users.filter.none')}</p>;

  const toggle = (id: string) => {
    const without = picked.filter((other) => other !== id);
    const next = filter.many ? (without.length < picked.length ? without : [...picked, id]) : [id];
    setPicked(next);
    if (!filter.many) onApply(id);
  };
  return (
    <>
      <div className={pop.options}>
        {choices.map((choice) => (
          <label key={choice.id} className={pop.item}>
            <input
              type={filter.many ? 'checkbox' : 'radio'}
              name={filter.param}
              className={filter.many ? field.check : undefined}
              checked={picked.includes(choice.id)}
              onClick={() => toggle(choice.id)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {filter.many && (
        <div className={pop.foot}>
          <Button small tone="primary" onClick={() => onApply(writeValues(picked))}>
            {t('users.filter.apply')}
          </Button>
        </div>
      )}
    </>
  );
}

function ProvidersEditor(props: EditorProps) {
  const providers = useQuery(providersQuery());
  if (!providers.data) return <Waiting failed={providers.error !== undefined} />;
  return <ListEditor {...props} choices={providers.data.map((id) => ({ id, label: id }))} />;
}

/** Choices that a recipe finds. What is chosen already stays in sight. */
function SearchedEditor(props: EditorProps) {
  const [query, setQuery] = useState('');
  const rested = useDebouncedValue(query.trim());
  const path = fillPath(props.field.options ?? '', { query: rested });
  const options = useQuery({
    key: `options:${path}`,
    load: (signal) => getJson<Options>(path, signal),
  });
  const found = options.data?.items.map(({ id, label }) => ({ id, label }));
  return (
    <>
      <div className={field.affix}>
        <Icon name="search" />
        <input
          type="search"
          aria-label={t('users.filter.find')}
          placeholder={t('users.filter.find')}
          value={query}
          autoComplete="off"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      {found ? (
        <ListEditor
          {...props}
          choices={found}
          none={rested ? t('users.filter.noMatch', { query: rested }) : undefined}
        />
      ) : (
        <Waiting failed={options.error !== undefined} />
      )}
    </>
  );
}

function Waiting({ failed }: { readonly failed: boolean }) {
  return failed ? (
    <p className={pop.empty} role="alert">
      {t('users.filter.failed')}
    </p>
  ) : (
    <p className={pop.empty} aria-busy="true">
      <Bone width={3} />
    </p>
  );
}
