import { Button } from '@/components/button';
import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { Menu } from '@/components/overlay/menu';
import { Panel, PanelBody } from '@/components/panel';
import css from '@/components/panel.module.css';
import { methodIcon, methodName } from '@/components/table/methods-cell';
import { reachOf } from '@/components/table/user-cell';
import type { Method } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { formatDate, shorten } from '@/lib/format';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import type { OpenDialog } from '../dialogs/open-dialog';
import type { UserPermissions } from '../user-permissions';
import { methodLabel } from './method-label';

type MethodsPanelProps = {
  readonly methods: readonly Method[];
  readonly rights: UserPermissions;
  readonly onAction: (dialog: OpenDialog) => void;
};

/** How this user signs in. */
export function MethodsPanel({ methods, rights, onAction }: MethodsPanelProps) {
  return (
    <Panel
      id="methods"
      title={t('user.methods')}
      count={methods.length}
      acts={
        rights.merge && (
          <Button small tone="ghost" icon="link" onClick={() => onAction({ kind: 'link' })}>
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
            <MethodItem key={method.id} method={method} rights={rights} onAction={onAction} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

type MethodItemProps = Omit<MethodsPanelProps, 'methods'> & { readonly method: Method };

function MethodItem({ method, rights, onAction }: MethodItemProps) {
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
          <Button small onClick={() => onAction({ kind: 'password' })}>
            {t('user.password.set')}
          </Button>
        </span>
      )}
      {rights.write && <MethodMenu method={method} name={methodLabel(method)} onAction={onAction} />}
    </li>
  );
}

/** The last way to sign in stays: the actions are drawn, and say why they can't be done. */
function MethodMenu({ method, name, onAction }: Omit<MethodItemProps, 'rights'> & { readonly name: string }) {
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
          onSelect: () => onAction({ kind: 'unlinkMethod', method }),
        },
        {
          id: 'remove',
          label: t('user.method.remove'),
          icon: 'trash',
          danger: true,
          reason: last ? t('user.method.last.remove') : undefined,
          onSelect: () => onAction({ kind: 'removeMethod', method }),
        },
      ]}
    />
  );
}

/** Whose it is, and since when; whole sentences, as their order differs between languages. */
export function methodLine(method: Method): string {
  const date = formatDate(method.createdAt);
  const value = reachOf(method);
  const subject = method.subject ? shorten(method.subject, 4, 4) : undefined;
  if (value && subject) return t('user.method.valueSubjectSince', { value, subject, date });
  if (value) return t('user.method.valueSince', { value, date });
  return subject ? t('user.method.subjectSince', { subject, date }) : t('user.method.since', { date });
}
