import type { ComponentChildren } from 'preact';
import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Dialog } from '@/components/overlay/dialog';
import { t } from '@/lib/i18n';

type FilterSheetProps = {
  /** How many are set. */
  readonly count: number;
  /** The words of the way back to the list. */
  readonly done: string;
  readonly children: ComponentChildren;
};

/** On small screens, all that narrows and orders a list, behind one button that says how much of it is set. */
export function FilterSheet({ count, done, children }: FilterSheetProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button icon="filter" popup="dialog" expanded={open} onClick={() => setOpen(true)}>
        {count > 0 ? t('filters.count', { count }) : t('filters.title')}
      </Button>
      {open && (
        <Dialog
          title={t('filters.title')}
          onClose={close}
          onSubmit={close}
          foot={
            <Button type="submit" tone="primary">
              {done}
            </Button>
          }
        >
          {children}
        </Dialog>
      )}
    </>
  );
}
