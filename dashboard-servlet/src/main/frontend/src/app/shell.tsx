import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState, useSyncExternalStore } from 'preact/compat';
import { IconButton } from '@/components/button';
import { useHeadingFocus } from '@/lib/document-title';
import { t } from '@/lib/i18n';
import { type Location, linkTo } from '@/lib/router';
import type { OperatorSession } from '@/lib/session';
import mark from '@/styles/mark.svg';
import css from './shell.module.css';
import { Sidebar } from './sidebar';

type ShellProps = {
  readonly session: OperatorSession;
  readonly location: Location;
  readonly onSignOut: () => void;
  readonly children: ComponentChildren;
};

export function Shell({ session, location, onSignOut, children }: ShellProps) {
  const [open, setOpen] = useState(false);
  useHeadingFocus(location.path);

  useEffect(() => setOpen(false), [location.path]);

  const side = <Sidebar session={session} path={location.path} onSignOut={onSignOut} />;
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
            <span>{session.app.name}</span>
          </header>
          <Offline />
          <main className={css.main} id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      {open && <Drawer onClose={() => setOpen(false)}>{side}</Drawer>}
    </>
  );
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
    <dialog ref={dialog} className={css.drawer} aria-label={t('shell.nav')} onCancel={onClose} onClick={onBackdrop}>
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

function Offline() {
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  if (online) return null;
  return (
    <p className={css.offline} role="alert">
      {t('shell.offline')}
    </p>
  );
}
