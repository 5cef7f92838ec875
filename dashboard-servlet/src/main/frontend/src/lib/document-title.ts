import { useEffect, useRef } from 'preact/compat';
import { focus, pageHeading } from '@/lib/focus-guard';
import { t } from '@/lib/i18n';
import { linkLeftBy } from '@/lib/router';

/** Set while focus waits for the heading of a page that is still loading. */
let waiting = false;

/** "{page} · {app} · Userdeck". Nothing while the page does not know yet what it is about. */
export function useTitle(page: string | undefined, app: string): void {
  useEffect(() => {
    if (page === undefined) return;
    document.title = app === 'Userdeck' ? t('shell.titleOwn', { page }) : t('shell.title', { page, app });
    if (waiting && document.activeElement?.matches('main, body')) focusHeading();
  }, [page, app]);
}

/**
 * Moves focus to the page's heading when the page changes, as a page load would, or on the way back to the link by which
 * it was left; not for the first page.
 */
export function useHeadingFocus(path: string): void {
  const page = pageOf(path);
  const before = useRef(page);

  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    focusHeading();
  }, [page]);
}

/** The path without what is open in a preview: that is the same page, and the preview takes focus itself. */
function pageOf(path: string): string {
  const segments = path.split('/');
  if (segments[0] === 'tenants' || segments[0] === 'audit') return segments[0];
  if (path === 'users/new') return 'users';
  return segments[0] === 'p' ? segments.slice(0, 2).join('/') : path;
}

function focusHeading(): void {
  const target = linkLeftBy() ?? pageHeading();
  waiting = target?.matches('main') ?? true;
  if (target) focus(target, { preventScroll: true });
}
