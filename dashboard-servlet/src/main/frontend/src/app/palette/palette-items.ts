import { navItems } from '@/app/sidebar';
import { PROFILE } from '@/features/operators/operators-location';
import { exportPath, readUsersLocation, usersLink } from '@/features/users/users-location';
import { label, t } from '@/lib/i18n';
import { bulkActions } from '@/lib/jobs';
import type { Location } from '@/lib/router';
import { linkTo } from '@/lib/router';
import type { OperatorSession } from '@/lib/session';
import { actionHref } from '@/lib/use-asked-action';

/** Something to go to or to do: each is an address, so that a new tab can have it. */
export type PaletteItem = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon: string;
  /** Of whom, for the hue of the avatar that stands in the icon's place. */
  readonly user?: string;
  readonly href: string;
  /** A file, and not a page. */
  readonly download?: boolean;
};

/** Only actions are looked for behind it. */
const ACTIONS_ONLY = '>';

/** What was typed, and where to look for it. */
export function readQuery(typed: string): { readonly query: string; readonly actionsOnly: boolean } {
  const actionsOnly = typed.trimStart().startsWith(ACTIONS_ONLY);
  return { query: (actionsOnly ? typed.trimStart().slice(1) : typed).trim(), actionsOnly };
}

/** All pages that this operator may see. */
export function pageItems(session: OperatorSession): readonly PaletteItem[] {
  const pages = navItems(session).map(({ href, icon, words }) => ({ id: `page ${href}`, label: words, icon, href }));
  const jobs = { id: 'page jobs', label: t('bulk.jobs'), icon: 'clock', href: 'jobs' };
  const profile = { id: `page ${PROFILE}`, label: t('profile.title'), icon: 'user', href: PROFILE };
  return [
    ...pages,
    ...(bulkActions(session).length > 0 ? [jobs] : []),
    ...(session.operator.canSignOut ? [profile] : []),
  ];
}

/** What this operator may do from anywhere, recipes' included. */
export function actionItems(session: OperatorSession, location: Location): readonly PaletteItem[] {
  const onList = location.path === 'users';
  const list = readUsersLocation(onList ? location.query : new URLSearchParams());
  return [
    ...(session.can('users:create')
      ? [action('create', t('create.title'), 'plus', usersLink(list, 'new'), t('users.title'))]
      : []),
    ...recipeActions(session),
    ...(session.can('tenants:write') && session.operator.allTenants
      ? [action('tenant', t('tenants.create'), 'plus', actionHref('tenants', 'create'), t('tenants.title'))]
      : []),
    ...(session.can('operators:write') && session.operator.canSignOut
      ? [action('invite', t('operators.invite'), 'plus', actionHref('operators', 'invite'), t('operators.title'))]
      : []),
    ...(session.can('api-keys:write')
      ? [action('key', t('apiKeys.create'), 'key', actionHref('api-keys', 'create'), t('apiKeys.title'))]
      : []),
    ...(session.can('users:import') ? [action('import', t('import.link'), 'upload', 'imports', t('users.title'))] : []),
    ...(session.can('users:export')
      ? (['csv', 'jsonl'] as const).map((format) => ({
          ...action(
            `export ${format}`,
            t(onList ? `palette.exportList.${format}` : `palette.export.${format}`),
            'download',
            `api/${exportPath(list, format)}`,
            t('users.title'),
          ),
          download: true,
        }))
      : []),
  ];
}

function recipeActions(session: OperatorSession): readonly PaletteItem[] {
  return session.pages.flatMap((page) => {
    if (page.kind !== 'table') return [];
    const href = linkTo(['p', page.id]);
    const title = label(page.title);
    const create = page.create;
    return [
      ...(create
        ? [action(`${href} create`, label(create.label), create.icon ?? 'plus', actionHref(href, 'create'), title)]
        : []),
      ...page.actions.map((each, at) =>
        action(`${href} ${at}`, label(each.label), each.icon ?? page.icon, actionHref(href, String(at)), title),
      ),
    ];
  });
}

const action = (id: string, words: string, icon: string, href: string, hint: string): PaletteItem => ({
  id: `action ${id}`,
  label: words,
  hint,
  icon,
  href,
});

/** Those of which each word that was typed begins a word. */
export function matching(items: readonly PaletteItem[], query: string): readonly PaletteItem[] {
  const typed = words(query);
  return items.filter((item) => {
    const own = words(`${item.label} ${item.hint ?? ''}`);
    return typed.every((word) => own.some((each) => each.startsWith(word)));
  });
}

const words = (text: string) =>
  text
    .toLocaleLowerCase()
    .split(/[\s/,.-]+/)
    .filter(Boolean);

/** Parts of a label, of which those that were typed at the beginning of a word are marked. */
export function marked(text: string, query: string): readonly { readonly text: string; readonly hit: boolean }[] {
  const typed = words(query).sort((a, b) => b.length - a.length);
  return text.split(/(\s+)/).flatMap((part) => {
    const hit = typed.find((word) => part.toLocaleLowerCase().startsWith(word));
    if (!hit) return [{ text: part, hit: false }];
    return [
      { text: part.slice(0, hit.length), hit: true },
      { text: part.slice(hit.length), hit: false },
    ];
  });
}
