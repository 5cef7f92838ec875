import { LinkButton } from '@/components/button';
import { Code } from '@/components/code';
import { Icon } from '@/components/icon';
import panel from '@/components/panel.module.css';
import { StateView } from '@/components/state-view';
import { cx } from '@/lib/cx';
import { rich, t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import css from './users-empty.module.css';

const SIGN_UP = `userdeck.users().signUp(
    "ada@example.com",
    password);`;

type UsersEmptyProps = {
  readonly app: string;
  readonly tenant?: string;
  /** Leads to the dialog that creates a user, for those who may. */
  readonly createHref?: string;
};

/** Nobody yet: how the first one gets here. */
export function UsersEmpty({ app, tenant, createHref }: UsersEmptyProps) {
  return (
    <StateView title={tenant ? t('users.empty.tenant.title', { tenant }) : t('users.empty.title')} art="new">
      <p>{tenant ? t('users.empty.tenant.text') : t('users.empty.text', { app })}</p>
      {(!tenant || createHref) && (
        <div className={css.ways}>
          {!tenant && <FromTheApp />}
          {createHref && <FromHere href={createHref} />}
        </div>
      )}
    </StateView>
  );
}

function FromTheApp() {
  return (
    <section className={panel.panel} aria-label={t('users.empty.code.title')}>
      <div className={cx(panel.body, text.stack)}>
        <h3>{t('users.empty.code.title')}</h3>
        <p className={cx(text.sm, text.muted)}>
          {rich('users.empty.code.text', { call: <code className={text.mono}>signUp</code> })}
        </p>
        <Code>{SIGN_UP}</Code>
      </div>
    </section>
  );
}

function FromHere({ href }: { readonly href: string }) {
  return (
    <section className={panel.panel} aria-label={t('users.empty.create.title')}>
      <ul className={panel.list}>
        <li>
          <span className={panel.glyph}>
            <Icon name="plus" />
          </span>
          <div className={panel.item}>
            <span className={text.strong}>{t('users.empty.create.title')}</span>
            <span className={cx(text.sm, text.faint)}>{t('users.empty.create.text')}</span>
          </div>
          <span className={panel.below}>
            <LinkButton small href={href}>
              {t('create.title')}
            </LinkButton>
          </span>
        </li>
      </ul>
    </section>
  );
}
