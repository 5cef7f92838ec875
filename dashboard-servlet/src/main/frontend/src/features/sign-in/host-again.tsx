import type { ComponentChildren } from 'preact';
import { useState } from 'preact/compat';
import { Button, LinkButton } from '@/components/button';
import { Dialog } from '@/components/overlay/dialog';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

type HostAgainProps = {
  readonly title: string;
  readonly notYet: string;
  /** Where one signs in, if somebody said. */
  readonly page: string | undefined;
  /** Fails unless the person is back. */
  readonly look: () => Promise<unknown>;
  readonly onBack: () => void;
  /** Not there where nothing goes on without. */
  readonly onCancel?: () => void;
  readonly children: ComponentChildren;
};

/** Leads to the sign-in of the host's app in another tab, and waits for the person to come back. */
export function HostAgain({ title, notYet, page, look, onBack, onCancel, children }: HostAgainProps) {
  const [missing, setMissing] = useState(false);

  const back = async () => {
    setMissing(false);
    try {
      await look();
      onBack();
    } catch {
      setMissing(true);
    }
  };

  return (
    <Dialog
      title={title}
      small
      alert
      onClose={onCancel}
      foot={
        <>
          {onCancel && <Button onClick={onCancel}>{t('common.cancel')}</Button>}
          {page && (
            <LinkButton href={page} newTab icon="ext">
              {t('ended.host.link')}
            </LinkButton>
          )}
          <Button tone="primary" onClick={() => void back()}>
            {t('ended.host.again')}
          </Button>
        </>
      }
    >
      {children}
      {missing && (
        <p className={cx(text.sm, text.strong)} role="alert">
          {notYet}
        </p>
      )}
    </Dialog>
  );
}
