import { useId } from 'preact/compat';
import { LinkButton } from '@/components/button';
import { Select } from '@/components/form/select';
import layout from '@/components/layout.module.css';
import type { UserCount, UserPage } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import text from '@/styles/text.module.css';
import { changed, isNarrowed, SIZES, type UsersLocation, usersLink } from './users-location';

type UsersFootProps = {
  readonly location: UsersLocation;
  readonly list: UserPage | undefined;
  readonly total: UserCount | undefined;
};

/** Sorted by a time, pages are older and newer. `next` goes on in the direction of the list. */
export function UsersPagination({ location, list, total }: UsersFootProps) {
  const rows = useId();
  const { before, after } = turnWords(location);
  const page = (cursor: string | null | undefined) => (cursor ? usersLink({ ...location, cursor }) : undefined);

  return (
    <div className={layout.foot}>
      <span className={cx(text.num, text.noSmall)}>
        {list ? t('users.loaded', { count: list.items.length }) : t('shell.loading')}
        {list && total && `, ${totalLabel(total)}`}
      </span>
      <span className={cx(text.num, text.onlySmall)}>{total && totalLabel(total)}</span>
      {list && isShort(list, location) && <span className={text.muted}>{t('users.shortPage')}</span>}
      <nav className={layout.pager} aria-label={t('users.pages')}>
        <label className={text.noSmall} htmlFor={rows}>
          {t('users.rows')}
        </label>
        <span className={text.noSmall}>
          <Select
            id={rows}
            small
            value={String(location.size)}
            options={SIZES.map((size) => ({ id: String(size), label: String(size) }))}
            onChange={(size) => navigate(usersLink(changed(location, { size: Number(size) })))}
          />
        </span>
        <LinkButton small icon="left" href={page(list?.previousCursor)}>
          {before}
        </LinkButton>
        <LinkButton small iconAfter="right" href={page(list?.nextCursor)}>
          {after}
        </LinkButton>
      </nav>
    </div>
  );
}

/** Whether the page ends early though the list goes on, as few of those looked at fit. Nothing else makes a page short. */
export const isShort = (list: UserPage, location: UsersLocation) =>
  Boolean(list.nextCursor) && list.items.length < location.size && isNarrowed(location);

function turnWords(location: UsersLocation) {
  if (location.sort === '-joined') return { before: t('users.newer'), after: t('users.older') };
  if (location.sort === 'joined') return { before: t('users.older'), after: t('users.newer') };
  return { before: t('users.previous'), after: t('users.next') };
}

export function totalLabel(total: UserCount): string {
  return t(total.exact ? 'users.total' : 'users.total.atLeast', { count: total.count });
}
