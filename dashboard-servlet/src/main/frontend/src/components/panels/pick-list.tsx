import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { OptionBox } from '@/components/form/option-box';
import { Note } from '@/components/note';
import { usePopover } from '@/components/overlay/popover';
import css from '@/components/overlay/popover.module.css';
import type { PathValues } from '@/lib/action';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { AddAction } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { label, t } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import { useOptions } from '@/lib/use-options';

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
      <Button ref={trigger} small icon={props.action.icon ?? 'plus'} popup="dialog" expanded={open} onClick={turn}>
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
  const typed = query.trim();
  const found = useOptions(action.options, typed, values);

  const toggle = (option: string) => {
    const next = new Set(action.many ? picked : []);
    if (!picked.has(option)) next.add(option);
    else next.delete(option);
    setPicked(next);
  };

  const submit = async () => {
    if (picked.size === 0 || busy) return;
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
      <OptionBox
        search={{ label: t('pick.search'), query, onQuery: setQuery, autoFocus: true }}
        found={{ ...found, items: found.items?.filter((option) => !taken.has(option.id)) }}
        name={action.field}
        many={action.many}
        picked={picked}
        words={{
          none: typed ? t('pick.noMatch', { query: typed }) : t('pick.none'),
          failed: t('pick.failed'),
          more: t('pick.more'),
        }}
        onPick={(option) => toggle(option.id)}
        onDone={() => void submit()}
      />
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
