import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import field from '@/components/form/field.module.css';
import { Icon } from '@/components/icon';
import { Note } from '@/components/note';
import { usePopover } from '@/components/overlay/popover';
import css from '@/components/overlay/popover.module.css';
import { Bone } from '@/components/state-view';
import { fillPath, type PathValues } from '@/lib/action';
import { getJson } from '@/lib/api-client';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { AddAction, Options } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { label, t } from '@/lib/i18n';
import { useQuery } from '@/lib/query';
import { useSession } from '@/lib/session';
import { useDebouncedValue } from '@/lib/use-debounced-value';

type PickListProps = {
  readonly action: AddAction;
  readonly values: PathValues;
  /** Said when there is more than one. */
  readonly tenantName?: string;
  /** Ids that are there already. */
  readonly taken: ReadonlySet<string>;
  readonly onAdd: (ids: readonly string[]) => Promise<void>;
};

/** A button that opens a list to pick from, with a search; several at once where the recipe allows it. */
export function PickList(props: PickListProps) {
  const { trigger, pop, open, turn, close } = usePopover<HTMLButtonElement, HTMLDivElement>();
  const words = label(props.action.label);
  return (
    <>
      <Button ref={trigger} small icon={props.action.icon ?? 'plus'} onClick={turn}>
        {words}
      </Button>
      {open && (
        <div ref={pop} className={cx(css.pop, css.pick)} popover="auto" role="dialog" aria-label={words}>
          <Choices {...props} words={words} onClose={close} />
        </div>
      )}
    </>
  );
}

type ChoicesProps = PickListProps & { readonly words: string; readonly onClose: () => void };

function Choices({ action, values, tenantName, taken, onAdd, words, onClose }: ChoicesProps) {
  const app = useSession().app.name;
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();

  const toggle = (option: string) => {
    const next = new Set(action.many ? picked : []);
    if (!picked.has(option)) next.add(option);
    else next.delete(option);
    setPicked(next);
  };

  const submit = async () => {
    if (picked.size === 0) return;
    setBusy(true);
    setError(undefined);
    try {
      await onAdd([...picked]);
      onClose();
    } catch (cause) {
      setError(toApiError(cause, action.path));
      setBusy(false);
    }
  };

  return (
    <>
      <div className={field.affix}>
        <Icon name="search" />
        <input
          type="search"
          autoFocus
          aria-label={t('pick.search')}
          placeholder={t('pick.search')}
          value={query}
          autoComplete="off"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <Choose action={action} values={values} query={query.trim()} taken={taken} picked={picked} onToggle={toggle} />
      {error && (
        <Note tone="danger" alert>
          {errorMessage(error, app)}
        </Note>
      )}
      <div className={css.foot}>
        {tenantName && <span>{t('pick.forTenant', { tenant: tenantName })}</span>}
        <Button
          small
          tone="primary"
          disabled={picked.size === 0}
          busy={busy && t('common.saving')}
          onClick={() => void submit()}
        >
          {picked.size > 1 ? t('pick.submit', { label: words, count: picked.size }) : words}
        </Button>
      </div>
    </>
  );
}

type ChooseProps = Pick<PickListProps, 'action' | 'values' | 'taken'> & {
  readonly query: string;
  readonly picked: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
};

function Choose({ action, values, query, taken, picked, onToggle }: ChooseProps) {
  const path = fillPath(action.options, { ...values, query: useDebouncedValue(query) });
  const options = useQuery({
    key: `options:${path}`,
    load: (signal) => getJson<Options>(path, signal),
  });

  if (options.error) {
    return (
      <p className={css.empty} role="alert">
        {t('pick.failed')}
      </p>
    );
  }
  if (!options.data) {
    return (
      <p className={css.empty} aria-busy="true">
        <Bone width={3} />
      </p>
    );
  }
  const left = options.data.items.filter((option) => !taken.has(option.id));
  const more = options.data.more && <p className={css.empty}>{t('pick.more')}</p>;
  if (left.length === 0) {
    return more || <p className={css.empty}>{query ? t('pick.noMatch', { query }) : t('pick.none')}</p>;
  }
  return (
    <div className={css.options}>
      {left.map((option) => (
        <label key={option.id} className={css.item}>
          <input
            type="checkbox"
            className={field.check}
            checked={picked.has(option.id)}
            onChange={() => onToggle(option.id)}
          />
          {option.label}
          {option.hint && <span className={css.hint}>{option.hint}</span>}
        </label>
      ))}
      {more}
    </div>
  );
}
