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
  /** Where people sign up in the app, if it says. */
  readonly signUpPage?: string;
  /** Leads to the import, for those who may. */
  readonly importHref?: string;
};

/** Nobody yet: how the first one gets here. */
export function UsersEmpty({ app, tenant, createHref, signUpPage, importHref }: UsersEmptyProps) {
  return (
    <StateView title={tenant ? t('users.empty.tenant.title', { tenant }) : t('users.empty.title')} art="new">
      <p>{tenant ? t('users.empty.tenant.text') : t('users.empty.text', { app })}</p>
      {!tenant && signUpPage && (
        <p>
          <a href={signUpPage} target="_blank" rel="noopener noreferrer">
            {t('users.empty.signUp', { app })}
          </a>
        </p>
      )}
      {(!tenant || createHref || importHref) && (
        <div className={css.ways}>
          {!tenant && <FromTheApp />}
          {(createHref || importHref) && <FromHere createHref={createHref} importHref={importHref} />}
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

type FromHereProps = { readonly createHref?: string; readonly importHref?: string };

function FromHere({ createHref, importHref }: FromHereProps) {
  return (
    <section className={panel.panel} aria-label={t('users.empty.here')}>
      <ul className={panel.list}>
        {createHref && <Way of="create" icon="plus" href={createHref} button={t('create.title')} />}
        {importHref && <Way of="import" icon="upload" href={importHref} button={t('import.link')} />}
      </ul>
    </section>
  );
}

type WayProps = {
  readonly of: 'create' | 'import';
  readonly icon: string;
  readonly href: string;
  readonly button: string;
};

function Way({ of, icon, href, button }: WayProps) {
  return (
    <li>
      <span className={panel.glyph}>
        <Icon name={icon} />
      </span>
      <div className={panel.item}>
        <span className={text.strong}>{t(`users.empty.${of}.title`)}</span>
        <span className={cx(text.sm, text.faint)}>{t(`users.empty.${of}.text`)}</span>
      </div>
      <span className={panel.below}>
        <LinkButton small href={href}>
          {button}
        </LinkButton>
      </span>
    </li>
  );
}
