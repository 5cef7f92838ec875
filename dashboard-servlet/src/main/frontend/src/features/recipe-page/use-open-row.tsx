import type { VNode } from 'preact';
import { useState } from 'preact/compat';
import { ConfirmDialog } from '@/components/overlay/confirm-dialog';
import type { PageShape } from '@/lib/api-types';
import { formDrafts } from '@/lib/form-drafts';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import { type EditDraft, isDirty } from './edit-draft';

/** The row that is being edited. */
export type Editing = { readonly row: string; readonly name: string; readonly draft: EditDraft };

export type OpenRow = {
  /** The row whose preview is drawn. */
  readonly shown: string | undefined;
  readonly editing: Editing | undefined;
  readonly edit: (editing: Editing | undefined) => void;
  readonly dialog: VNode | null;
};

const drafts = formDrafts<Editing>(({ draft }) => isDirty(draft));

/** Which row is open, by the address; one with unsaved changes stays until they are saved or discarded. */
export function useOpenRow(page: PageShape, open: string | undefined, rowHref: (row: string) => string): OpenRow {
  const key = `${useSession().operator.id} ${page.id}`;
  const [kept, setKept] = useState(() => drafts.of(key));
  const dirty = kept !== undefined && isDirty(kept.draft);
  const editing = kept && (dirty || kept.row === open) ? kept : undefined;
  const asking = editing !== undefined && editing.row !== open;

  const edit = (next: Editing | undefined) => {
    drafts.keep(key, next);
    setKept(next);
  };

  return {
    shown: editing ? editing.row : open,
    editing,
    edit,
    dialog: asking ? (
      <ConfirmDialog
        title={t('preview.discard.title', { name: editing.name })}
        words={t('preview.discard.text')}
        cancel={t('common.discard.keep')}
        button={t('preview.discard.do')}
        onConfirm={async () => edit(undefined)}
        onClose={() => navigate(rowHref(editing.row))}
      />
    ) : null,
  };
}
