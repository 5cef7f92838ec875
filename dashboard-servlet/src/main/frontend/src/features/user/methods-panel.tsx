import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { methodIcon, methodName } from '@/components/methods';
import { Panel, PanelBody } from '@/components/panel';
import css from '@/components/panel.module.css';
import type { Method } from '@/lib/contract';
import { cx } from '@/lib/cx';
import { formatDate, shorten } from '@/lib/format';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

/** How this user signs in. */
export function MethodsPanel({ methods }: { readonly methods: readonly Method[] }) {
  return (
    <Panel id="methods" title={t('user.methods')} count={methods.length}>
      {methods.length === 0 ? (
        <PanelBody>
          <p className={text.faint}>{t('user.methods.empty')}</p>
        </PanelBody>
      ) : (
        <ul className={css.list}>
          {methods.map((method) => (
            <MethodItem key={method.id} method={method} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function MethodItem({ method }: { readonly method: Method }) {
  const name = method.kind === 'password' ? t('method.password.long') : methodName(method);
  return (
    <li>
      <span className={css.glyph}>
        <Icon name={methodIcon(method.kind)} />
      </span>
      <div className={css.item}>
        <span className={cx(text.row, text.wrap)}>
          <span className={text.strong}>{name}</span>
          {method.primary && <Chip soft>{t('user.method.primary')}</Chip>}
        </span>
        <span className={cx(text.sm, text.muted, text.anywhere)}>{methodLine(method)}</span>
      </div>
    </li>
  );
}

/** Whose it is, and since when; whole sentences, as their order differs between languages. */
export function methodLine(method: Method): string {
  const date = formatDate(method.createdAt);
  const value = method.email ?? method.phone ?? undefined;
  const subject = method.subject ? shorten(method.subject, 4, 4) : undefined;
  if (value && subject) return t('user.method.valueSubjectSince', { value, subject, date });
  if (value) return t('user.method.valueSince', { value, date });
  return subject ? t('user.method.subjectSince', { subject, date }) : t('user.method.since', { date });
}
