import { useEffect, useRef, useState, useSyncExternalStore } from 'preact/compat';
import { Button, IconButton } from '@/components/button';
import { Icon } from '@/components/icon';
import { t } from '@/lib/i18n';
import { currentToasts, dismiss, spokenText, subscribeNotices, type Toast } from '@/lib/notify';
import text from '@/styles/text.module.css';
import css from './toasts.module.css';

const SHOWN_MS = 6000;

/** The one polite live region, there from the start so that the first words are heard, and the toasts. */
export function Notices() {
  const spoken = useSyncExternalStore(subscribeNotices, spokenText);
  const toasts = useSyncExternalStore(subscribeNotices, currentToasts);
  const list = useRef<HTMLElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F8') list.current?.querySelector('button')?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <div className={text.vh} role="status" aria-live="polite">
        {spoken}
      </div>
      {toasts.length > 0 && (
        <section ref={list} className={css.toasts} aria-label={t('common.notices')}>
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} />
          ))}
        </section>
      )}
    </>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismiss(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);

  const undo = () => {
    dismiss(toast.id);
    toast.undo?.();
  };

  return (
    <div
      className={css.toast}
      data-tone={toast.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <Icon name={toast.tone === 'ok' ? 'check' : 'error'} />
      <span className={css.text}>{toast.text}</span>
      {toast.undo && (
        <Button small tone="ghost" onClick={undo}>
          {t('common.undo')}
        </Button>
      )}
      <IconButton icon="x" small tip={false} label={t('common.dismiss')} onClick={() => dismiss(toast.id)} />
    </div>
  );
}
