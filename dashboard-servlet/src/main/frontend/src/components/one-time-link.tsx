import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/compat';
import { IconButton } from '@/components/button';
import field from '@/components/form/field.module.css';
import { Note } from '@/components/note';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import text from '@/styles/text.module.css';

type OneTimeLinkProps = {
  readonly link: string;
  /** Whom to give it to, and how long it works. */
  readonly children: ComponentChildren;
  /** Absent where what shows it is closed as a whole. */
  readonly onDismiss?: () => void;
};

/** A link that nobody but us could send, so the operator passes it on. It is shown once. */
export function OneTimeLink({ link, children, onDismiss }: OneTimeLinkProps) {
  const input = useRef<HTMLInputElement>(null);

  const copy = async () => {
    input.current?.select();
    await navigator.clipboard?.writeText(link);
    announce(t('common.copied'));
  };

  return (
    <Note
      alert
      action={onDismiss && <IconButton icon="x" small tip={false} label={t('common.dismiss')} onClick={onDismiss} />}
    >
      <div className={text.tight}>
        <p>{children}</p>
        <div className={field.affix}>
          <input
            ref={input}
            readOnly
            aria-label={t('user.handOver.link')}
            className={field.mono}
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <IconButton
            icon="copy"
            small
            label={t('user.handOver.copy')}
            onClick={() => void copy().catch(() => undefined)}
          />
        </div>
      </div>
    </Note>
  );
}
