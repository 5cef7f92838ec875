import { useEffect, useSyncExternalStore } from 'preact/compat';

/** Where the operator is: the path below the mount without slashes at its ends, and the query. */
export type Location = { readonly path: string; readonly query: URLSearchParams; readonly hash: string };

type NavigateOptions = { readonly replace?: boolean };

/** Where the dashboard is mounted; ends with a slash. Read once: the address changes while the mount does not. */
export function mountOf(baseUri: string): URL {
  return new URL('.', baseUri);
}

/** The place that `href` names below `mount`, or nothing if it is outside. */
export function locate(href: string, mount: URL): Location | undefined {
  const url = new URL(href);
  if (url.origin !== mount.origin) return undefined;
  if (!`${url.pathname}/`.startsWith(mount.pathname)) return undefined;
  const path = url.pathname.slice(mount.pathname.length).replace(/^\/+|\/+$/g, '');
  return { path, query: url.searchParams, hash: url.hash.slice(1) };
}

/** A relative address: segments are encoded, parameters without a value are left out. */
export function linkTo(
  segments: readonly string[],
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  const search = params.toString();
  return segments.map(encodeURIComponent).join('/') + (search && `?${search}`);
}

let mount: URL | undefined;
let current: Location | undefined;
let readAt: string | undefined;
/** By address, the link on it that was followed last. */
const followed = new Map<string, string>();
let goesBack = false;
const listeners = new Set<() => void>();

export function mountUrl(): URL {
  mount ??= mountOf(document.baseURI);
  return mount;
}

export function currentLocation(): Location {
  if (!current) {
    readAt = location.href;
    current = locate(readAt, mountUrl()) ?? { path: '', query: new URLSearchParams(), hash: '' };
  }
  return current;
}

function changed(): void {
  current = undefined;
  for (const listener of listeners) listener();
}

/** Goes to an address relative to the mount. */
export function navigate(to: string, { replace = false }: NavigateOptions = {}): void {
  const url = new URL(to, mountUrl());
  goesBack = false;
  if (replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  changed();
}

/** Back at a page: the link by which it was left, if it is there. */
export function linkLeftBy(): HTMLElement | undefined {
  const href = goesBack ? followed.get(location.href) : undefined;
  if (href === undefined) return undefined;
  const links = document.querySelectorAll<HTMLAnchorElement>('main a[href]');
  return [...links].find((link) => link.href === href);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLocation(): Location {
  return useSyncExternalStore(subscribe, currentLocation);
}

/** Turns plain clicks on links below the mount into navigation. Everything else stays the browser's. */
export function useLinks(): void {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const to = plainClick(event);
      if (!to) return;
      event.preventDefault();
      const samePage = to.pathname === location.pathname && to.search === location.search;
      if (to.href !== location.href) {
        followed.set(location.href, to.href);
        navigate(to.href);
      }
      if (samePage && to.hash) scrollTo(to.hash.slice(1));
      else if (!samePage && !opensBeside(event)) window.scrollTo(0, 0);
    };
    document.addEventListener('click', onClick);
    const onPop = () => {
      goesBack = true;
      changed();
    };
    window.addEventListener('popstate', onPop);
    if (readAt !== location.href) onPop(); // Back was pressed before anybody listened
    return () => {
      document.removeEventListener('click', onClick);
      window.removeEventListener('popstate', onPop);
    };
  }, []);
}

/** A row that opens in a preview beside its list: the list stays where it is. */
function opensBeside({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('[data-split]') !== null;
}

function plainClick(event: MouseEvent): URL | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target || link.hasAttribute('download')) return undefined;
  return locate(link.href, mountUrl()) ? new URL(link.href) : undefined;
}

function scrollTo(id: string): void {
  const target = document.getElementById(decodeURIComponent(id));
  if (!target) return;
  target.scrollIntoView();
  const focusable = target.querySelector<HTMLElement>('h1, h2') ?? target;
  focusable.tabIndex = -1;
  focusable.focus({ preventScroll: true });
}
