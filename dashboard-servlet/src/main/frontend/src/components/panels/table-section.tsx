import { Panel, PanelBody } from '@/components/panel';
import { ActionButtons } from '@/components/panels/action-buttons';
import { rowColumns } from '@/components/panels/row-columns';
import { type SectionProps, valuesFor } from '@/components/panels/section';
import { useActions } from '@/components/panels/use-actions';
import { DataTable } from '@/components/table/data-table';
import { label } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';

/** A table of a recipe inside of the user page. */
export function TableSection({ section, data, user, onChanged }: SectionProps<'table'>) {
  const actions = useActions(onChanged);
  const rows = data.items;
  const title = label(section.title);
  const values = valuesFor(user);
  const columns = rowColumns({
    columns: section.columns,
    rowActions: section.rowActions,
    run: actions,
    values,
    tenants: useSession().tenants.length > 1,
  });

  return (
    <Panel
      id={section.id}
      title={title}
      count={rows.length}
      acts={<ActionButtons actions={section.actions} target={{ values, name: title }} run={actions} />}
    >
      {actions.failure && <PanelBody>{actions.failure}</PanelBody>}
      {rows.length > 0 ? (
        <DataTable inside caption={title} columns={columns} rows={rows} rowKey={(row) => row.key} />
      ) : (
        <PanelBody>
          <p className={text.faint}>{label(section.empty)}</p>
        </PanelBody>
      )}
      {actions.dialog}
    </Panel>
  );
}
