import { useState } from 'preact/compat';
import { Select } from '@/components/form/select';
import { Panel, PanelBody } from '@/components/panel';
import { ChipList } from '@/components/panels/chip-list';
import { MoreChips } from '@/components/panels/more-chips';
import { PickList } from '@/components/panels/pick-list';
import { type SectionProps, valuesFor } from '@/components/panels/section';
import { useActions } from '@/components/panels/use-actions';
import { runAction } from '@/lib/action';
import type { Action, Chip } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { PUBLIC } from '@/lib/default-tenant';
import { label, t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';

/** Names a user has: roles, groups, tags. In one tenant at a time, where that matters. */
export function ChipsSection({ section, data, user, onChanged }: SectionProps<'chips'>) {
  const session = useSession();
  const actions = useActions(onChanged);
  const [chosen, setTenant] = useState(PUBLIC);
  const tenant = user.tenants.includes(chosen) ? chosen : (user.tenants[0] ?? '');
  const here = (entry: { readonly tenant?: string }) => !section.perTenant || !entry.tenant || entry.tenant === tenant;
  const items = data.items.filter(here);
  const values = section.perTenant ? { userId: user.id, tenant } : valuesFor(user);
  const several = section.perTenant && user.tenants.length > 1;
  const tenantName = several ? session.tenantName(tenant) : undefined;
  const words = { tenant: session.tenantName(tenant) };
  const { add, remove } = section;

  const addAll = async (ids: readonly string[]) => {
    if (!add) return;
    await runAction(add, values, addBody(add.field, ids, section.perTenant ? tenant : undefined));
    toast(add.done ? label(add.done, { ...words, count: ids.length }) : t('panel.added', { count: ids.length }));
    onChanged();
  };

  const removeOne = (item: Chip) => {
    if (!remove) return;
    const target = { values: { ...values, item: item.id }, name: item.label, tenant: words.tenant };
    const undo = add && (() => void addAll([item.id]).catch(onChanged));
    actions.start(remove, target, undo);
  };

  return (
    <Panel
      id={section.id}
      title={label(section.title)}
      count={items.length}
      acts={several && <TenantSelect ids={user.tenants} value={tenant} onChange={setTenant} />}
    >
      <PanelBody>
        <div className={text.stack}>
          <div className={cx(text.row, text.wrap)}>
            {items.length === 0 && <span className={text.faint}>{label(section.empty, words)}</span>}
            <ChipList
              items={items}
              remove={remove ? { name: (item) => removeName(remove, item), start: removeOne } : undefined}
            />
            {add && (
              <PickList
                key={tenant}
                action={add}
                values={values}
                tenantName={tenantName}
                taken={new Set(items.map((item) => item.id))}
                onAdd={addAll}
              />
            )}
          </div>
          {data.more && <MoreChips title={data.more.label} items={data.more.items.filter(here)} words={words} />}
          {actions.failure}
        </div>
      </PanelBody>
      {actions.dialog}
    </Panel>
  );
}

/** "Remove conductor": the recipe's words where they name the chip, else ours. */
function removeName(remove: Action, item: Chip): string {
  const words = label(remove.label, { label: item.label });
  return words.includes(item.label) ? words : t('panel.remove', { name: item.label });
}

function addBody(field: string, ids: readonly string[], tenant: string | undefined) {
  return tenant === undefined ? { [field]: ids } : { [field]: ids, tenant };
}

type TenantSelectProps = {
  readonly ids: readonly string[];
  readonly value: string;
  readonly onChange: (id: string) => void;
};

function TenantSelect({ ids, value, onChange }: TenantSelectProps) {
  const session = useSession();
  return (
    <>
      <span className={cx(text.faint, text.sm, text.noSmall)} aria-hidden="true">
        {t('panel.inTenant')}
      </span>
      <Select
        small
        label={t('panel.tenant')}
        value={value}
        options={ids.map((id) => ({ id, label: session.tenantName(id) }))}
        onChange={onChange}
      />
    </>
  );
}
