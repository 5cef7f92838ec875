import { Button } from '@/components/button';
import css from '@/components/button.module.css';
import { Menu } from '@/components/overlay/menu';
import { download } from '@/lib/download';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';

/** A kind of file: what says all of it, and where it comes from. */
export type ExportFormat = { readonly id: string; readonly label: string; readonly path: () => string };

type ExportButtonProps = {
  readonly words: string;
  /** The usual one first. */
  readonly formats: readonly ExportFormat[];
  /** What is said once it is under way. */
  readonly started: string;
};

/** A press makes the usual file; the menu beside it has the others. */
export function ExportButton({ words, formats, started }: ExportButtonProps) {
  const [usual] = exportItems(formats, started);
  return (
    <span className={css.split}>
      <Button icon="download" label={usual?.label} onClick={usual?.onSelect}>
        {words}
      </Button>
      <Menu large icon="down" label={t('common.export.formats')} items={exportItems(formats, started)} />
    </span>
  );
}

export function exportItems(formats: readonly ExportFormat[], started: string) {
  return formats.map(({ id, label, path }) => ({
    id,
    label,
    onSelect: () => {
      download(path());
      toast(started);
    },
  }));
}
