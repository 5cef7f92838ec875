import { LinkButton } from '@/components/button';
import { StateView } from '@/components/state-view';
import { cx } from '@/lib/cx';
import { rich, t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { Breadcrumbs } from './breadcrumbs';

/** Deleted, or never to be seen by this operator: the server does not tell which. */
export function UserGone({ id }: { readonly id: string }) {
  const { can } = useSession();
  return (
    <>
      <Breadcrumbs>{t('user.gone.crumb')}</Breadcrumbs>
      <StateView title={t('user.gone.title')} art="gone" page>
        <p>{rich('user.gone.text', { id: <b className={text.anywhere}>{id}</b> })}</p>
        <div className={cx(text.row, text.wrap)}>
          <LinkButton tone="primary" href="users">
            {t('shell.backToUsers')}
          </LinkButton>
          {can('audit:read') && <LinkButton href={linkTo(['audit'], { user: id })}>{t('user.gone.audit')}</LinkButton>}
        </div>
      </StateView>
    </>
  );
}
