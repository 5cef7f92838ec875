import { LinkButton } from '@/components/button';
import { ExportButton, exportItems } from '@/components/export-button';
import layout from '@/components/layout.module.css';
import { Menu, type MenuItem } from '@/components/overlay/menu';
import type { UserCount } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { bulkActions } from '@/lib/jobs';
import { navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { ColumnsPopover, type ColumnsProps, useColumnsPopover } from './column-chooser';
import { exportFormats } from './export-formats';
import { IMPORT_HREF, type UsersLocation } from './users-location';

type UsersActsProps = {
  readonly location: UsersLocation;
  readonly total: UserCount | undefined;
  /** Absent where the list has nobody in it. */
  readonly columns?: ColumnsProps;
  readonly createHref?: string;
};

/** What the head of the list offers: side by side, and on small screens all but the usual action behind "…". */
export function UsersToolbar({ location, total, columns, createHref }: UsersActsProps) {
  const session = useSession();
  const mayHaveJobs = bulkActions(session).length > 0 || session.can('users:import');
  const links = [
    ...(session.can('users:import') ? [{ id: 'import', label: t('import.link'), href: IMPORT_HREF }] : []),
    ...(mayHaveJobs ? [{ id: 'jobs', label: t('bulk.jobs'), href: 'jobs' }] : []),
  ];
  const mayExport = columns !== undefined && session.can('users:export');
  const formats = mayExport ? exportFormats(location, total) : [];
  const started = t('users.export.started');
  const items = [
    ...links.map(({ id, label, href }) => ({ id, label, onSelect: () => navigate(href) })),
    ...exportItems(formats, started),
  ];
  return (
    <div className={layout.acts}>
      <span className={cx(text.row, text.wrap, text.noSmall)}>
        {links.map(({ id, label, href }) => (
          <LinkButton key={id} href={href}>
            {label}
          </LinkButton>
        ))}
        {mayExport && <ExportButton words={t('users.export')} formats={formats} started={started} />}
      </span>
      <span className={text.onlySmall}>
        <More items={items} columns={columns} />
      </span>
      {createHref && (
        <LinkButton tone="primary" icon="plus" href={createHref}>
          {t('create.title')}
        </LinkButton>
      )}
    </div>
  );
}

type MoreProps = {
  readonly items: readonly MenuItem[];
  readonly columns: ColumnsProps | undefined;
};

function More({ items, columns }: MoreProps) {
  const pop = useColumnsPopover();
  const choose = { id: 'columns', label: t('users.columns'), onSelect: pop.turn };
  const all = columns ? [...items, choose] : items;
  if (all.length === 0) return null;
  return (
    <>
      <Menu large button={pop.trigger} label={t('users.more')} items={all} />
      {columns && pop.open && <ColumnsPopover {...columns} box={pop.pop} />}
    </>
  );
}
