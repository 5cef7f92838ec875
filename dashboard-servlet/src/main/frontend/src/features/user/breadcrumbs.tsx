import { Icon } from '@/components/icon';
import layout from '@/components/layout.module.css';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

export function Breadcrumbs({ children }: { readonly children: string }) {
  return (
    <nav className={layout.crumbs} aria-label={t('user.breadcrumb')}>
      <ol>
        <li>
          <a href="users">{t('users.title')}</a>
          <Icon name="right" small />
        </li>
        <li>
          <span className={text.trunc} aria-current="page">
            {children}
          </span>
        </li>
      </ol>
    </nav>
  );
}
