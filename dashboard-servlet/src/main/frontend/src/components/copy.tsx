import { useEffect, useState } from 'preact/compat';
import css from '@/components/copy.module.css';
import { Icon } from '@/components/icon';
import { shorten } from '@/lib/format';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import text from '@/styles/text.module.css';

const SHOWN_MS = 1500;

/** A value one copies exactly; long ones are cut in the middle. Where there is no clipboard, it is plain text. */
export function Copy({ value }: { readonly value: string }) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    announce(t('common.copied'));
  };

  if (!navigator.clipboard) {
    return (
      <span className={css.copy}>
        <span>{value}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className={css.copy}
      data-state={copied ? 'copied' : 'idle'}
      title={value}
      onClick={() => void copy().catch(() => undefined)}
    >
      <span aria-hidden="true">{shorten(value)}</span>
      <span className={text.vh}>{t('common.copy', { value })}</span>
      <Icon name={copied ? 'check' : 'copy'} />
    </button>
  );
}
