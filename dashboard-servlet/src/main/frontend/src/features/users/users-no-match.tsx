import { Button, LinkButton } from '@/components/button';
import { StateView } from '@/components/state-view';
import { locale, t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import { type FilterField, filterWords } from './filter-fields';
import { changed, type UsersPlace, usersLink } from './users-place';

type NoMatchProps = {
  readonly place: UsersPlace;
  readonly fields: readonly FilterField[];
  /** Where the search goes on, when it has not seen all users yet. */
  readonly further?: string;
};

const list = new Intl.ListFormat(locale, { type: 'conjunction' });

/** Nobody fits: says to what, and how to ask for less. */
export function UsersNoMatch({ place, fields, further }: NoMatchProps) {
  const contains = useSession().search === 'contains';
  const filters = fields.flatMap((field) => {
    const value = place.filters[field.param];
    return value === undefined ? [] : [`${field.label} ${filterWords(field, value)}`];
  });
  const values = { query: place.q, filters: list.format(filters) };
  const key = place.q && filters.length > 0 ? 'both' : place.q ? 'text' : 'filters';

  if (further) {
    return (
      <StateView title={t('users.noMatch.further')} art="search">
        <p>{t('users.noMatch.furtherText')}</p>
        <LinkButton tone="primary" href={further}>
          {t('users.noMatch.goOn')}
        </LinkButton>
      </StateView>
    );
  }
  if (place.cursor) {
    return (
      <StateView title={t('users.noMatch.end')} art="search">
        <p>{t('users.noMatch.endText')}</p>
        <LinkButton tone="primary" href={usersLink(changed(place, {}))}>
          {t('users.noMatch.start')}
        </LinkButton>
      </StateView>
    );
  }
  return (
    <StateView title={t('users.noMatch.title')} art="search">
      <p>
        {t(`users.noMatch.${key}`, values)}{' '}
        {place.q && (contains ? t('users.search.contains') : t('users.search.wordStart'))}
      </p>
      {place.q && filters.length > 0 && (
        <Button tone="primary" onClick={() => navigate(usersLink(changed(place, { filters: {} })))}>
          {t('users.noMatch.withoutFilters')}
        </Button>
      )}
      <Button
        tone={place.q && filters.length > 0 ? 'normal' : 'primary'}
        onClick={() => navigate(usersLink(changed(place, { q: undefined, filters: {} })))}
      >
        {t('users.filter.clearAll')}
      </Button>
    </StateView>
  );
}
