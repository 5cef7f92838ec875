import { t } from '@/lib/i18n';
import { recents } from '@/lib/recent';
import type { Location } from '@/lib/router';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import { useFoundUsers } from '@/lib/user-search';
import { actionItems, matching, type PaletteItem, pageItems, readQuery } from './palette-items';

export type PaletteGroup = { readonly id: string; readonly title: string; readonly items: readonly PaletteItem[] };

export type PaletteGroups = {
  readonly groups: readonly PaletteGroup[];
  readonly query: string;
  /** Whether users are found for what is typed now, or none are looked for. */
  readonly settled: boolean;
  readonly failed: boolean;
};

/** How many of the users who are found; all of them are a link behind these. */
const MOST_USERS = 5;

/**
 * What fits what was typed: pages and actions at once, and behind them users, once typing rests, so that nothing moves
 * under the hand. For nothing typed: what was looked at lately, and all that there is.
 */
export function usePaletteGroups(typed: string, location: Location): PaletteGroups {
  const session = useSession();
  const { query, actionsOnly } = readQuery(typed);
  const looksForUsers = session.can('users:read') && !actionsOnly && query !== '';
  const found = useFoundUsers(looksForUsers ? query : '');

  const pages = actionsOnly ? [] : matching(pageItems(session), query);
  const actions = matching(actionItems(session, location), query);
  const users = looksForUsers ? usersOf(found.items ?? [], query) : [];
  const lately = query === '' && !actionsOnly ? recentItems() : [];
  const groups = [
    { id: 'recent', title: t('palette.recent'), items: lately },
    { id: 'pages', title: t('palette.pages'), items: pages },
    { id: 'actions', title: t('palette.actions'), items: actions },
    { id: 'users', title: t('users.title'), items: users },
  ];
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    query,
    settled: !looksForUsers || found.settled || found.failed,
    failed: looksForUsers && found.failed,
  };
}

type FoundUser = { readonly id: string; readonly label: string; readonly hint?: string };

function usersOf(found: readonly FoundUser[], query: string): readonly PaletteItem[] {
  const people = found.slice(0, MOST_USERS).map((user) => ({
    id: `user ${user.id}`,
    label: user.label,
    hint: user.hint,
    icon: 'user',
    user: user.id,
    href: linkTo(['users', user.id]),
  }));
  const all = {
    id: 'users all',
    label: t('palette.allUsers', { query }),
    icon: 'search',
    href: linkTo(['users'], { q: query }),
  };
  return [...people, all];
}

const recentItems = (): readonly PaletteItem[] =>
  recents().map((recent) => ({ ...recent, id: `recent ${recent.id}`, icon: 'user', user: recent.id }));
