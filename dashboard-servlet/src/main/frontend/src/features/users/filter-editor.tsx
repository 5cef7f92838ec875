import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import field from '@/components/form/field.module.css';
import { OptionBox } from '@/components/form/option-box';
import pop from '@/components/overlay/popover.module.css';
import { firstDay, lastDay, midnight } from '@/lib/days';
import { t } from '@/lib/i18n';
import { useQuery } from '@/lib/query';
import { type Found, findAmong, useOptions } from '@/lib/use-options';
import { providersQuery } from './api/get-users';
import { type Choice, type FilterField, PROVIDERS } from './filter-fields';
import { lastDays, readSpan, readValues, type Span, writeSpan, writeValues } from './filter-values';
import css from './users.module.css';

type EditorProps = {
  readonly field: FilterField;
  readonly value: string | undefined;
  /** Narrows the list; where one of several was ticked, the choice stays open. */
  readonly onPut: (value: string) => void;
  readonly onDone: () => void;
};

/** What can be chosen in a filter: from a list, or days. */
export function FilterEditor(props: EditorProps) {
  if (props.field.kind !== 'list') return <RangeEditor {...props} />;
  if (props.field.choices) return <FewEditor {...props} choices={props.field.choices} />;
  if (props.field.options === PROVIDERS) return <ProvidersEditor {...props} />;
  return <SearchedEditor {...props} />;
}

const QUICK = [7, 30, 90] as const;

/** Two days of the reader's, or one where there is no end. What isn't touched stays the moment that it was. */
function RangeEditor({ field: filter, value, onPut, onDone }: EditorProps) {
  const [span, setSpan] = useState(readSpan(value));
  const isOpen = filter.kind === 'since';
  const backwards = span.from !== '' && span.to !== '' && Date.parse(span.to) <= Date.parse(span.from);
  const write = (next: Span) => {
    onDone();
    onPut(isOpen ? next.from : writeSpan(next));
  };
  return (
    <form
      className={css.range}
      onSubmit={(event) => {
        event.preventDefault();
        if (!backwards) write(span);
      }}
    >
      <div className={css.quick}>
        {QUICK.map((count) => (
          <Button key={count} small onClick={() => write({ from: lastDays(count), to: '' })}>
            {t('users.filter.days', { count })}
          </Button>
        ))}
      </div>
      <Day
        label={t('users.filter.from')}
        value={firstDay(span.from)}
        onInput={(day) => setSpan({ ...span, from: midnight(day) ?? '' })}
      />
      {!isOpen && (
        <Day
          label={t('users.filter.to')}
          value={lastDay(span.to)}
          onInput={(day) => setSpan({ ...span, to: midnight(day, 1) ?? '' })}
        />
      )}
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
        min="1970-01-02"
        max="9999-12-30"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

type FewProps = EditorProps & { readonly choices: readonly Choice[] };

/** A few that never change: in sight all together, without a search. */
function FewEditor({ choices, ...props }: FewProps) {
  return <ListEditor {...props} found={findAmong(choices, '')} />;
}

function ProvidersEditor(props: EditorProps) {
  const [query, setQuery] = useState('');
  const { data, error } = useQuery(providersQuery());
  const found = findAmong(data?.map((id) => ({ id, label: id })) ?? [], query.trim());
  const known = data ? found : { ...found, items: undefined, settled: false, failed: error !== undefined };
  return <ListEditor {...props} found={known} query={query} onQuery={setQuery} />;
}

/** Choices that a recipe finds. */
function SearchedEditor(props: EditorProps) {
  const [query, setQuery] = useState('');
  const found = useOptions(props.field.options, query.trim());
  return <ListEditor {...props} found={found} query={query} onQuery={setQuery} />;
}

type ListProps = EditorProps & {
  readonly found: Found;
  readonly query?: string;
  /** Absent: there is nothing to search in. */
  readonly onQuery?: (query: string) => void;
};

/** What is ticked narrows the list at once; one of which there is but one is all there is to do. */
function ListEditor({ field: filter, value, onPut, onDone, found, query = '', onQuery }: ListProps) {
  const picked = filter.many ? readValues(value) : value ? [value] : [];

  const pick = (id: string) => {
    if (!filter.many) {
      onDone();
      return onPut(id);
    }
    const without = picked.filter((other) => other !== id);
    onPut(writeValues(without.length < picked.length ? without : [...picked, id]));
  };
  return (
    <>
      <OptionBox
        search={onQuery && { label: t('users.filter.find'), query, onQuery }}
        found={found}
        name={filter.param}
        many={filter.many ?? false}
        picked={new Set(picked)}
        words={{
          none: query.trim() ? t('users.filter.noMatch', { query: query.trim() }) : t('users.filter.none'),
          failed: t('users.filter.failed'),
          more: t('pick.more'),
        }}
        onPick={(option) => pick(option.id)}
        onDone={filter.many ? onDone : undefined}
      />
      {filter.many && (found.items?.length ?? 0) > 0 && (
        <div className={pop.foot}>
          <Button small onClick={onDone}>
            {t('users.filter.done')}
          </Button>
        </div>
      )}
    </>
  );
}
