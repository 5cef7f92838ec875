import { useId } from 'preact/compat';
import field from '@/components/form/field.module.css';
import { Icon } from '@/components/icon';
import { groupsOf, PermissionName } from '@/components/permissions';
import css from '@/components/permissions.module.css';
import { capital } from '@/lib/audit-sentence';
import { named } from '@/lib/i18n';
import text from '@/styles/text.module.css';

type PermissionChoiceProps = {
  readonly label: string;
  readonly offered: readonly string[];
  readonly held: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (held: readonly string[]) => void;
};

/** Permissions to tick, by what they are about. */
export function PermissionChoice({ label, offered, held, error, onChange }: PermissionChoiceProps) {
  const id = useId();
  const turn = (permission: string) =>
    onChange(held.includes(permission) ? held.filter((each) => each !== permission) : [...held, permission]);
  return (
    <fieldset className={text.stack} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={field.legend}>{label}</legend>
      {error && (
        <p className={field.error} id={`${id}-error`}>
          <Icon name="error" />
          <span>{error}</span>
        </p>
      )}
      <div className={css.grid}>
        {groupsOf(offered).map(({ resource, names }) => (
          <div key={resource} className={css.group}>
            <h3>{named(`permission.of.${resource}`, capital(resource))}</h3>
            {names.map((permission) => (
              <label key={permission} className={css.choice}>
                <input
                  type="checkbox"
                  name="permissions"
                  className={field.check}
                  checked={held.includes(permission)}
                  aria-invalid={(error !== undefined && permission === offered[0]) || undefined}
                  onChange={() => turn(permission)}
                />
                <PermissionName name={permission} />
              </label>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
