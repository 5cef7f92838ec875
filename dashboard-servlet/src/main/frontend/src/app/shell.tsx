import type { ComponentChildren } from 'preact';
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'preact/compat';
import { IconButton } from '@/components/button';
import { useHeadingFocus } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { isPaletteKey } from '@/lib/keys';
import { type Location, linkTo } from '@/lib/router';
import type { OperatorSession } from '@/lib/session';
import mark from '@/styles/mark.svg';
import css from './shell.module.css';
import { Sidebar } from './sidebar';

const Palette = lazy(() => import('./palette/palette').then((part) => part.Palette));

type ShellProps = {
  readonly session: OperatorSession;
  readonly location: Location;
  readonly onSignOut: () => void;
  readonly children: ComponentChildren;
};

export function Shell({ session, location, onSignOut, children }: ShellProps) {
  const [open, setOpen] = useState(false);
  const [searching, setSearching] = useState(false);
  useHeadingFocus(location.path);

  const search = () => {
    setOpen(false);
    setSearching(true);
  };
  usePaletteKey(() => (searching ? setSearching(false) : search()), searching);

  useEffect(() => setOpen(false), [location.path]);

  const side = <Sidebar session={session} path={location.path} onSearch={search} onSignOut={onSignOut} />;
  return (
    <>
      <a className={css.skip} href={`${hereOf(location)}#main`}>
        {t('shell.skip')}
      </a>
      <div className={css.shell}>
        <header className={css.side}>{side}</header>
        <div className={css.column}>
          <header className={css.top}>
            <IconButton
              icon="menu"
              tip={false}
              label={t('shell.openMenu')}
              popup="dialog"
              expanded={open}
              onClick={() => setOpen(true)}
            />
            <img src={mark} alt="" />
            <span className={css.topName}>{session.app.name}</span>
            <IconButton icon="search" tip={false} label={t('shell.search')} popup="dialog" onClick={search} />
          </header>
          <Offline />
          {session.operator.readOnly && <ReadOnly />}
          <main className={css.main} id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      {open && <Drawer onClose={() => setOpen(false)}>{side}</Drawer>}
      {searching && (
        <Suspense fallback={null}>
          <Palette location={location} onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </>
  );
}

/** From anywhere, typing included; not over a dialog, which wants its own answer first. */
function usePaletteKey(turn: () => void, isOpen: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPaletteKey(event)) return;
      if (!isOpen && document.querySelector('dialog[open]:not([data-drawer])')) return;
      event.preventDefault();
      turn();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  });
}

/** A link with a fragment needs the whole address: a base of the document would swallow the page. */
function hereOf({ path, query }: Location): string {
  return linkTo(path.split('/').map(decodeURIComponent), Object.fromEntries(query));
}

function Drawer({ onClose, children }: { readonly onClose: () => void; readonly children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const onBackdrop = (event: MouseEvent) => {
    const outside = event.clientX > (dialog.current?.offsetWidth ?? 0);
    if (event.target === dialog.current && outside) onClose();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the drawer closes it, as Escape does
    <dialog
      ref={dialog}
      className={css.drawer}
      data-drawer
      aria-label={t('shell.nav')}
      onCancel={onClose}
      onClick={onBackdrop}
    >
      <IconButton icon="x" tip={false} label={t('shell.closeMenu')} onClick={onClose} />
      {children}
    </dialog>
  );
}

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Nobody's controls are drawn then: this is why. */
function ReadOnly() {
  return (
    <p className={css.offline} role="note">
      {t('shell.readOnly')}
    </p>
  );
}

function Offline() {
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  if (online) return null;
  return (
    <p className={css.offline} role="alert">
      {t('shell.offline')}
    </p>
  );
}
