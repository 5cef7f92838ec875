import { useState } from 'preact/compat';
import { Avatar } from '@/components/avatar';
import { IconButton } from '@/components/button';
import { Icon } from '@/components/icon';
import { LanguageMenu } from '@/components/language-menu';
import { changePreferences } from '@/features/operators/api/profile';
import { PROFILE } from '@/features/operators/operators-location';
import { toApiError } from '@/lib/api-error';
import { errorMessage } from '@/lib/error-messages';
import { label, t } from '@/lib/i18n';
import { isMac } from '@/lib/keys';
import { chooseLanguage } from '@/lib/language';
import { toast } from '@/lib/notify';
import { presetName } from '@/lib/preset';
import { linkTo } from '@/lib/router';
import type { OperatorSession } from '@/lib/session';
import mark from '@/styles/mark.svg';
import css from './shell.module.css';
import { chooseTheme, currentTheme, themeAfter } from './theme';

type NavItem = {
  readonly path: string;
  readonly href: string;
  readonly icon: string;
  readonly words: string;
  /** Below the head "Access". */
  readonly access?: boolean;
};

/** What this operator may see, in the order of the navigation. */
export function navItems(session: OperatorSession): readonly NavItem[] {
  const users = { path: 'users', href: 'users', icon: 'users', words: t('users.title') };
  const overview = { path: 'overview', href: 'overview', icon: 'chart', words: t('overview.title') };
  const pages = session.pages.map((page) => {
    const href = linkTo(['p', page.id]);
    return { path: href, href, icon: page.icon, words: label(page.title) };
  });
  const tenants = { path: 'tenants', href: 'tenants', icon: 'tenant', words: t('tenants.title') };
  const audit = { path: 'audit', href: 'audit', icon: 'audit', words: t('audit.title'), access: true };
  const operators = {
    path: 'operators',
    href: 'operators',
    icon: 'operator',
    words: t('operators.title'),
    access: true,
  };
  const apiKeys = { path: 'api-keys', href: 'api-keys', icon: 'key', words: t('apiKeys.title'), access: true };
  const about = { path: 'about', href: 'about', icon: 'info', words: t('about.title'), access: true };
  return [
    ...(session.can('users:read') ? [users] : []),
    ...(mayOverlook(session) ? [overview] : []),
    ...pages,
    ...(session.can('tenants:read') ? [tenants] : []),
    ...(session.can('audit:read') ? [audit] : []),
    ...(session.can('operators:read') ? [operators] : []),
    ...(session.can('api-keys:read') ? [apiKeys] : []),
    ...(maySeeAbout(session) ? [about] : []),
  ];
}

/** The overview counts all tenants together. */
export const mayOverlook = (session: OperatorSession) => session.can('users:read') && session.operator.allTenants;

/** What runs concerns all tenants. */
export const maySeeAbout = (session: OperatorSession) => session.can('about:read') && session.operator.allTenants;

type SideProps = {
  readonly session: OperatorSession;
  readonly path: string;
  readonly onSearch: () => void;
  readonly onSignOut: () => void;
};

export function Sidebar({ session, path, onSearch, onSignOut }: SideProps) {
  const items = navItems(session);
  const access = items.filter((item) => item.access);
  return (
    <div className={css.inner}>
      <Brand app={session.app.name} />
      <button type="button" className={css.jump} aria-haspopup="dialog" onClick={onSearch}>
        <Icon name="search" />
        <span>{t('shell.search')}</span>
        <span className={css.key} aria-hidden="true">
          {isMac() ? '⌘ K' : 'Ctrl K'}
        </span>
      </button>
      <nav className={css.nav} aria-label={t('shell.nav')}>
        <NavList items={items.filter((item) => !item.access)} path={path} />
        {access.length > 0 && <p className={css.group}>{t('shell.access')}</p>}
        <NavList items={access} path={path} />
      </nav>
      <Foot session={session} onSignOut={onSignOut} />
    </div>
  );
}

function NavList({ items, path }: { readonly items: readonly NavItem[]; readonly path: string }) {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((item) => (
        <li key={item.path}>
          <a className={css.link} href={item.href} aria-current={isAt(path, item.path) ? 'page' : undefined}>
            <Icon name={item.icon} />
            {item.words}
          </a>
        </li>
      ))}
    </ul>
  );
}

const isAt = (path: string, item: string) => path === item || path.startsWith(`${item}/`);

function Brand({ app }: { readonly app: string }) {
  const own = app === t('shell.by');
  return (
    <a className={css.brand} href="./">
      <img src={mark} alt="" />
      <span>
        <span className={css.host}>{app}</span>
        {!own && <span className={css.by}>{t('shell.by')}</span>}
      </span>
    </a>
  );
}

function Foot({ session, onSignOut }: Pick<SideProps, 'session' | 'onSignOut'>) {
  const { operator } = session;
  return (
    <div className={css.foot}>
      <Me operator={operator} />
      <Language operator={operator} />
      <ThemeButton />
      {operator.canSignOut && <IconButton icon="out" small label={t('shell.signOut')} onClick={onSignOut} />}
    </div>
  );
}

/** Who is signed in here takes the language along to other devices, while anything can be changed. */
function Language({ operator }: { readonly operator: OperatorSession['operator'] }) {
  if (!operator.canSignOut) return <LanguageMenu onChoose={chooseLanguage} />;
  if (operator.readOnly) return null;
  const choose = (language: string) =>
    void changePreferences({ language, timeZone: operator.timeZone }).catch((error: unknown) =>
      toast(errorMessage(toApiError(error, 'profile'), t('shell.by')), { tone: 'danger' }),
    );
  return <LanguageMenu onChoose={choose} />;
}

/** Who is signed in here looks after the own account; the host looks after its own. */
function Me({ operator }: { readonly operator: OperatorSession['operator'] }) {
  const words = (
    <>
      <Avatar id={operator.id} name={operator.name} />
      <span className={css.meText}>
        <span className={css.meName} title={operator.email ?? operator.name}>
          {operator.name}
        </span>
        <span className={css.mePreset}>{presetName(operator.preset)}</span>
      </span>
    </>
  );
  if (!operator.canSignOut) return <div className={css.me}>{words}</div>;
  return (
    <a className={css.me} href={PROFILE} title={t('profile.title')}>
      {words}
    </a>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useState(currentTheme);
  const turn = () => {
    const next = themeAfter(theme);
    chooseTheme(next);
    setTheme(next);
  };
  return <IconButton icon="moon" small label={t(`theme.${theme}`)} onClick={turn} />;
}
