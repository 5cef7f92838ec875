import type { ComponentChildren } from 'preact';
import { createContext, useContext, useEffect, useId, useLayoutEffect, useRef } from 'preact/compat';
import { IconButton } from '@/components/button';
import { Bone } from '@/components/state-view';
import { cx } from '@/lib/cx';
import { formatNumber } from '@/lib/format';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import text from '@/styles/text.module.css';
import css from './split-view.module.css';

type SplitProps = {
  /** The list; its table gets `open` too, so that the row is marked. */
  readonly children: ComponentChildren;
  /** The key of the row that is open, if one is. */
  readonly open: string | undefined;
  /** What is open, a {@link Preview}. */
  readonly preview: ComponentChildren;
  /** Where closing leads. */
  readonly listHref: string;
};

type Frame = { readonly heading: string; readonly close: () => void };

const FrameContext = createContext<Frame | undefined>(undefined);

/**
 * A list with a preview beside it, which is not modal: both stay in reach. Focus goes to the preview's heading; Escape
 * closes it and returns to the row; the arrows, J and K change the row. On small screens the preview is a page of its own.
 */
export function SplitView({ children, open, preview, listHref }: SplitProps) {
  const root = useRef<HTMLDivElement>(null);
  const heading = useId();
  const close = () => navigate(listHref);
  useFocus(root, heading, open);
  useKeys(root, open, close);

  return (
    <div ref={root} className={css.split} data-open={open !== undefined}>
      <div className={css.list} data-split="list">
        {children}
      </div>
      {open !== undefined && (
        <FrameContext.Provider value={{ heading, close }}>
          <aside className={css.preview} aria-labelledby={heading}>
            {preview}
          </aside>
        </FrameContext.Provider>
      )}
    </div>
  );
}

type PreviewProps = {
  /** Absent while it is not known. */
  readonly title: ComponentChildren;
  readonly line?: ComponentChildren;
  readonly acts?: ComponentChildren;
  readonly children?: ComponentChildren;
};

/** What a preview has at its top: heading, a line below it, what can be done, and the way out. */
export function Preview({ title, line, acts, children }: PreviewProps) {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('Preview outside of a Split');
  return (
    <>
      <div className={css.head}>
        <div className={css.text}>
          <h2 id={frame.heading} tabIndex={-1}>
            {title ?? (
              <>
                <span className={text.vh}>{t('preview.loading')}</span>
                <Bone width={3} />
              </>
            )}
          </h2>
          {line}
        </div>
        <IconButton icon="x" small tip={false} label={t('split.close')} onClick={frame.close} />
      </div>
      {acts && <div className={css.acts}>{acts}</div>}
      {children}
    </>
  );
}

type PreviewPartProps = {
  readonly title?: string;
  readonly count?: number;
  /** At the end of the heading's line. */
  readonly link?: ComponentChildren;
  readonly children: ComponentChildren;
};

export function PreviewPart({ title, count, link, children }: PreviewPartProps) {
  return (
    <div className={css.part}>
      {title && (
        <div className={css.top}>
          <h3>{title}</h3>
          {count !== undefined && <span className={cx(text.num, text.faint)}>{formatNumber(count)}</span>}
          {link && <span className={cx(text.push, text.sm)}>{link}</span>}
        </div>
      )}
      {children}
    </div>
  );
}

type Root = { readonly current: HTMLElement | null };

const rowsOf = (root: Root) => Array.from(root.current?.querySelectorAll<HTMLElement>('tbody tr[data-key]') ?? []);

/** Not on the first page: a deep link opens as any other page does. */
function useFocus(root: Root, heading: string, open: string | undefined): void {
  const before = useRef(open);

  useLayoutEffect(() => {
    if (before.current === open) return;
    const left = before.current;
    before.current = open;
    if (open !== undefined) return document.getElementById(heading)?.focus();
    const row = rowsOf(root).find((candidate) => candidate.dataset.key === left);
    row?.querySelector('a')?.focus();
  }, [open, heading]);
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

function useKeys(root: Root, open: string | undefined, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;

  useEffect(() => {
    if (open === undefined) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isBusyElsewhere(event)) return;
      if (event.key === 'Escape') return latest.current();
      const step = STEPS[event.key];
      if (step === undefined || event.metaKey || event.ctrlKey || event.altKey) return;
      const rows = rowsOf(root);
      const at = rows.findIndex((row) => row.dataset.key === open);
      const href = rows[at + step]?.querySelector('a')?.getAttribute('href');
      if (at < 0 || !href) return;
      event.preventDefault();
      navigate(href, { replace: true });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);
}

/** In a dialog, a menu or a field these keys mean something else. */
function isBusyElsewhere({ target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open], [popover]')) return true;
  return target instanceof Element && target.closest('input, select, textarea, [contenteditable]') !== null;
}
