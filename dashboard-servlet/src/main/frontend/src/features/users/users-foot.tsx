import { useId } from 'preact/compat';
import { LinkButton } from '@/components/button';
import layout from '@/components/layout.module.css';
import { Select } from '@/components/select';
import type { UserCount, UserList } from '@/lib/contract';
import { t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import text from '@/styles/text.module.css';
import { changed, isNarrowed, SIZES, type UsersPlace, usersLink } from './users-place';

type UsersFootProps = {
  readonly place: UsersPlace;
  readonly list: UserList | undefined;
  readonly total: UserCount | undefined;
};

/** Sorted by a time, pages are older and newer. `next` goes on in the direction of the list. */
export function UsersFoot({ place, list, total }: UsersFootProps) {
  const rows = useId();
  const { before, after } = turnWords(place);
  const page = (cursor: string | null | undefined) => (cursor ? usersLink({ ...place, cursor }) : undefined);

  return (
    <div className={layout.foot}>
      <span className={text.num}>
        {list ? t('users.loaded', { count: list.items.length }) : t('shell.loading')}
        {list && total && `, ${totalWords(total)}`}
      </span>
      {list && isShort(list, place) && <span className={text.muted}>{t('users.shortPage')}</span>}
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
          {before}
        </LinkButton>
        <LinkButton small iconAfter="right" href={page(list?.next)}>
          {after}
        </LinkButton>
      </nav>
    </div>
  );
}

/** Whether the page ends early though the list goes on, as few of those looked at fit. Nothing else makes a page short. */
export const isShort = (list: UserList, place: UsersPlace) =>
  Boolean(list.next) && list.items.length < place.size && isNarrowed(place);

function turnWords(place: UsersPlace) {
  if (place.sort === '-joined') return { before: t('users.newer'), after: t('users.older') };
  if (place.sort === 'joined') return { before: t('users.older'), after: t('users.newer') };
  return { before: t('users.previous'), after: t('users.next') };
}

export function totalWords(total: UserCount): string {
  return t(total.exact ? 'users.total' : 'users.total.atLeast', { count: total.count });
}
