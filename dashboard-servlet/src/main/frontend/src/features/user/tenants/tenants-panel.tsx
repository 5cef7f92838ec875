import { useState } from 'preact/compat';
import { IconButton } from '@/components/button';
import { Note } from '@/components/note';
import { Menu } from '@/components/overlay/menu';
import { Panel, PanelBody } from '@/components/panel';
import { ChipList } from '@/components/panels/chip-list';
import { type ApiError, toApiError } from '@/lib/api-error';
import type { Chip, User } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { addToTenant, removeFromTenant } from '../api/user';

type TenantsPanelProps = { readonly user: User; readonly mayEdit: boolean; readonly onChanged: () => void };

/** The tenants the user can sign in to. Drawn only where there is more than one. */
export function TenantsPanel({ user, mayEdit, onChanged }: TenantsPanelProps) {
  const session = useSession();
  const [error, setError] = useState<ApiError>();
  const last = user.tenants.length === 1;
  const reason = last && mayEdit ? { key: 'user.tenants.last', text: '' } : undefined;
  const items = user.tenants.map((id) => ({ id, label: session.tenantName(id), locked: Boolean(reason), reason }));
  const others = session.tenants.filter(({ id }) => !user.tenants.includes(id));

  const change = async (action: Promise<void>, done: string, undo?: () => void) => {
    setError(undefined);
    try {
      await action;
      toast(done, { undo });
      onChanged();
    } catch (cause) {
      setError(toApiError(cause, user.id));
    }
  };
  const add = (id: string) =>
    void change(addToTenant(user.id, id), t('user.tenants.added', { tenant: session.tenantName(id) }));
  const remove = ({ id, label }: Chip) =>
    void change(removeFromTenant(user.id, id), t('user.tenants.removed', { tenant: label }), () => add(id));

  return (
    <Panel id="tenants" title={t('user.tenants')} count={items.length}>
      <PanelBody>
        <div className={text.stack}>
          <div className={cx(text.row, text.wrap)}>
            <ChipList
              items={items}
              remove={mayEdit ? { name: ({ label }) => t('panel.remove', { name: label }), start: remove } : undefined}
            />
            {mayEdit && others.length > 0 && (
              <Menu
                words={t('user.tenants.add')}
                label={t('user.tenants.addTo')}
                items={others.map(({ id, name }) => ({ id, label: name, onSelect: () => add(id) }))}
              />
            )}
          </div>
          {error && (
            <Note
              tone="danger"
              alert
              action={
                <IconButton
                  icon="x"
                  small
                  tip={false}
                  label={t('common.dismiss')}
                  onClick={() => setError(undefined)}
                />
              }
            >
              {error.problem.detail ?? errorMessage(error, session.app.name)}
            </Note>
          )}
        </div>
      </PanelBody>
    </Panel>
  );
}
