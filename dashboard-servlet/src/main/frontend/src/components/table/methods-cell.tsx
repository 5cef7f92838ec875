import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { cx } from '@/lib/cx';
import { named, t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

type MethodLike = { readonly kind: string; readonly provider?: string };

const icons: Readonly<Record<string, string>> = {
  password: 'lock',
  external: 'globe',
  'email-link': 'mail',
  'phone-code': 'phone',
};

export const methodIcon = (kind: string) => icons[kind] ?? 'key';

export function methodName(method: MethodLike): string {
  if (method.provider) return named(`provider.${method.provider}`, method.provider);
  return named(`method.${method.kind}`, method.kind);
}

/** The first way to sign in, and how many more there are. */
export function MethodsCell({ methods }: { readonly methods: readonly MethodLike[] }) {
  const [first, ...others] = methods;
  if (!first) return <span className={text.faint}>{t('common.none')}</span>;
  return (
    <span className={cx(text.row, text.nowrap)}>
      <Icon name={methodIcon(first.kind)} className={text.faint} />
      <span className={text.trunc}>{methodName(first)}</span>
      {others.length > 0 && (
        <Chip soft title={others.map(methodName).join(', ')}>
          {t('common.moreShort', { count: others.length })}
        </Chip>
      )}
    </span>
  );
}
