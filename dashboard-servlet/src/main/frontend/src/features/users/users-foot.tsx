import { useId } from 'preact/compat';
import { LinkButton } from '@/components/button';
import layout from '@/components/layout.module.css';
import { Select } from '@/components/select';
import type { UserList } from '@/lib/contract';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import text from '@/styles/text.module.css';
import { changed, SIZES, type UsersPlace, usersLink } from './users-place';

type UsersFootProps = { readonly place: UsersPlace; readonly list: UserList | undefined };

/** Sorted by a time, pages are older and newer. `next` goes on in the direction of the list. */
export function UsersFoot({ place, list }: UsersFootProps) {
  const rows = useId();
  const newestFirst = place.sort === '-joined';
  const page = (cursor: string | null | undefined) => (cursor ? usersLink({ ...place, cursor }) : undefined);

  return (
    <div className={layout.foot}>
      <span className={text.num}>{list ? t('users.loaded', { count: list.items.length }) : t('shell.loading')}</span>
      <nav className={layout.pager} aria-label={t('users.pages')}>
        <label className={text.noSmall} htmlFor={rows}>
          {t('users.rows')}
        </label>
        <span className={text.noSmall}>
          <Select
            id={rows}
            small
            value={String(place.size)}
            options={SIZES.map((size) => ({ id: String(size), label: String(size) }))}
            onChange={(size) => navigate(usersLink(changed(place, { size: Number(size) })))}
          />
        </span>
        <LinkButton small icon="left" href={page(list?.previous)}>
          {newestFirst ? t('users.newer') : t('users.older')}
        </LinkButton>
        <LinkButton small iconAfter="right" href={page(list?.next)}>
          {newestFirst ? t('users.older') : t('users.newer')}
        </LinkButton>
      </nav>
    </div>
  );
}
