import { Button } from '@/components/button';
import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { Menu } from '@/components/menu';
import { methodIcon, methodName } from '@/components/methods';
import { Panel, PanelBody } from '@/components/panel';
import css from '@/components/panel.module.css';
import type { Method } from '@/lib/contract';
import { cx } from '@/lib/cx';
import { formatDate, shorten } from '@/lib/format';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import type { Act } from './act';
import type { Rights } from './rights';

type MethodsPanelProps = {
  readonly methods: readonly Method[];
  readonly rights: Rights;
  readonly onAct: (act: Act) => void;
};

/** How this user signs in. */
export function MethodsPanel({ methods, rights, onAct }: MethodsPanelProps) {
  return (
    <Panel
      id="methods"
      title={t('user.methods')}
      count={methods.length}
      acts={
        rights.merge && (
          <Button small tone="ghost" icon="link" onClick={() => onAct({ kind: 'link' })}>
            {t('user.link')}
          </Button>
        )
      }
    >
      {methods.length === 0 ? (
        <PanelBody>
          <p className={text.faint}>{t('user.methods.empty')}</p>
        </PanelBody>
      ) : (
        <ul className={css.list}>
          {methods.map((method) => (
            <MethodItem key={method.id} method={method} rights={rights} onAct={onAct} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

type MethodItemProps = Omit<MethodsPanelProps, 'methods'> & { readonly method: Method };

function MethodItem({ method, rights, onAct }: MethodItemProps) {
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
      {rights.setPassword && method.kind === 'password' && (
        <span className={css.below}>
          <Button small onClick={() => onAct({ kind: 'password' })}>
            {t('user.password.set')}
          </Button>
        </span>
      )}
      {rights.write && <MethodMenu method={method} name={name} onAct={onAct} />}
    </li>
  );
}

/** The last way to sign in stays: the deeds are drawn, and say why they can't be done. */
function MethodMenu({ method, name, onAct }: Omit<MethodItemProps, 'rights'> & { readonly name: string }) {
  const last = method.removable === false;
  return (
    <Menu
      label={t('common.actionsFor', { name })}
      items={[
        {
          id: 'unlink',
          label: t('user.method.unlink'),
          icon: 'nolink',
          reason: last ? t('user.method.last.unlink') : undefined,
          onSelect: () => onAct({ kind: 'unlinkMethod', method }),
        },
        {
          id: 'remove',
          label: t('user.method.remove'),
          icon: 'trash',
          danger: true,
          reason: last ? t('user.method.last.remove') : undefined,
          onSelect: () => onAct({ kind: 'removeMethod', method }),
        },
      ]}
    />
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
