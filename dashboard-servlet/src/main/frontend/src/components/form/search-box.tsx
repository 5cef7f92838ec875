import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/compat';
import { IconButton } from '@/components/button';
import field from '@/components/form/field.module.css';
import { Icon } from '@/components/icon';
import layout from '@/components/layout.module.css';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';

const REST_MS = 250;

type SearchBoxProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** Where these words lead. */
  readonly hrefOf: (words: string) => string;
  /** What else narrows the list. */
  readonly children?: ComponentChildren;
};

/** Searches once typing rests. The address follows, in the same history entry. */
export function SearchBox({ label, placeholder, value, hrefOf, children }: SearchBoxProps) {
  const [draft, setDraft] = useState(value);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => setDraft(value), [value]);

  useEffect(() => {
    if (draft.trim() === value) return undefined;
    const timer = setTimeout(() => navigate(hrefOf(draft.trim()), { replace: true }), REST_MS);
    return () => clearTimeout(timer);
  }, [draft, value]);

  const clear = () => {
    setDraft('');
    input.current?.focus();
  };

  return (
    <search className={layout.bar}>
      <div className={cx(field.affix, layout.search)}>
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          aria-label={label}
          placeholder={placeholder}
          value={draft}
          autoComplete="off"
          spellcheck={false}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && clear()}
        />
        {draft && <IconButton icon="x" small tip={false} label={t('page.clearSearch')} onClick={clear} />}
      </div>
      {children}
    </search>
  );
}
