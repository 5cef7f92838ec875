import { Button } from '@/components/button';
import { Dialog } from '@/components/overlay/dialog';
import { RecoveryCodes } from '@/components/second-factor/recovery-codes';
import { t } from '@/lib/i18n';
import { useSession } from '@/lib/session';

type NewRecoveryCodesProps = { readonly codes: readonly string[]; readonly onClose: () => void };

/** Can't be closed by mistake: nobody can show them again. */
export function NewRecoveryCodes({ codes, onClose }: NewRecoveryCodesProps) {
  const { app } = useSession();
  return (
    <Dialog
      title={t('factor.codes.title')}
      alert
      foot={
        <Button tone="primary" onClick={onClose}>
          {t('factor.codes.done')}
        </Button>
      }
    >
      <RecoveryCodes codes={codes} app={app.name} />
    </Dialog>
  );
}
