import { MoreChip } from '@/components/chip';
import { useSession } from '@/lib/session';
import css from './table.module.css';

/** The first tenant in one line, and how many more there are. */
export function TenantsCell({ ids }: { readonly ids: readonly string[] }) {
  const { tenantName } = useSession();
  const [first, ...others] = ids.map(tenantName);
  return (
    <span className={css.first}>
      <span title={first}>{first}</span>
      <MoreChip names={others} />
    </span>
  );
}
