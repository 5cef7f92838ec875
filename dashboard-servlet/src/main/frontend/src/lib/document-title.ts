import { useEffect, useRef } from 'preact/compat';
import { t } from '@/lib/i18n';

/** "{page} · {app} · Userdeck". */
export function useTitle(page: string | undefined, app: string): void {
  useEffect(() => {
    if (page === undefined) return;
    document.title = app === 'Userdeck' ? t('shell.titleOwn', { page }) : t('shell.title', { page, app });
  }, [page, app]);
}

/** Moves focus to the page's heading when `path` changes, as a page load would; not for the first page. */
export function useHeadingFocus(path: string): void {
  const before = useRef(path);

  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [path]);
}
