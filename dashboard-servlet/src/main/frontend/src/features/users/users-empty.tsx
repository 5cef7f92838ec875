import { Code } from '@/components/code';
import panel from '@/components/panel.module.css';
import { StateView } from '@/components/state-view';
import { cx } from '@/lib/cx';
import { rich, t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import css from './users-empty.module.css';

const SIGN_UP = `userdeck.users().signUp(
    "ada@example.com",
    password);`;

type UsersEmptyProps = { readonly app: string; readonly tenant?: string };

/** Nobody yet: how the first one gets here. */
export function UsersEmpty({ app, tenant }: UsersEmptyProps) {
  if (tenant) {
    return (
      <StateView title={t('users.empty.tenant.title', { tenant })} art="new">
        <p>{t('users.empty.tenant.text')}</p>
      </StateView>
    );
  }
  return (
    <StateView title={t('users.empty.title')} art="new">
      <p>{t('users.empty.text', { app })}</p>
      <section className={cx(panel.panel, css.sample)} aria-label={t('users.empty.code.title')}>
        <div className={cx(panel.body, text.stack)}>
          <h3>{t('users.empty.code.title')}</h3>
          <p className={cx(text.sm, text.muted)}>
            {rich('users.empty.code.text', { call: <code className={text.mono}>signUp</code> })}
          </p>
          <Code>{SIGN_UP}</Code>
        </div>
      </section>
    </StateView>
  );
}
