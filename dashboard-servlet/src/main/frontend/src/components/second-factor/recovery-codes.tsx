import { useEffect, useRef } from 'preact/compat';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import css from '@/components/second-factor/second-factor.module.css';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import text from '@/styles/text.module.css';

type RecoveryCodesProps = { readonly codes: readonly string[]; readonly app: string };

/** Shown once, to be kept where the phone is not. */
export function RecoveryCodes({ codes, app }: RecoveryCodesProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.focus(), []);

  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    announce(t('common.copied'));
  };

  return (
    <>
      <Note tone="warn">{t('factor.codes.text')}</Note>
      <ul ref={list} className={cx(css.codes, text.mono)} aria-label={t('factor.codes.title')} tabIndex={-1}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={cx(text.row, text.wrap)}>
        {navigator.clipboard && (
          <Button icon="copy" onClick={() => void copy().catch(() => undefined)}>
            {t('factor.codes.copy')}
          </Button>
        )}
        <Button icon="download" onClick={() => save(codes, app)}>
          {t('factor.codes.save')}
        </Button>
      </div>
    </>
  );
}

/** A file that is made here. */
function save(codes: readonly string[], app: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${app}\n\n${codes.join('\n')}\n`], { type: 'text/plain' }));
  link.download = `${t('factor.codes.file')}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
