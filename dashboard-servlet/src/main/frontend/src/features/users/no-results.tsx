import { Button, LinkButton } from '@/components/button';
import { StateView } from '@/components/state-view';
import { locale, t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import { type FilterField, useFilterWords } from './filter-fields';
import { changed, type UsersLocation, usersLink } from './users-location';

type NoMatchProps = {
  readonly location: UsersLocation;
  readonly fields: readonly FilterField[];
  /** Where the search goes on, when it has not seen all users yet. */
  readonly further?: string;
};

const list = new Intl.ListFormat(locale, { type: 'conjunction' });

/** Nobody fits: says to what, and how to ask for less. */
export function NoResults({ location, fields, further }: NoMatchProps) {
  const contains = useSession().searchMode === 'contains';
  const wordsOf = useFilterWords(fields, location);
  const filters = fields
    .filter((field) => location.filters[field.param] !== undefined)
    .map((field) => `${field.label} ${wordsOf(field)}`);
  const values = { query: location.q, filters: list.format(filters) };
  const key = location.q && filters.length > 0 ? 'both' : location.q ? 'text' : 'filters';

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
  if (location.cursor) {
    return (
      <StateView title={t('users.noMatch.end')} art="search">
        <p>{t('users.noMatch.endText')}</p>
        <LinkButton tone="primary" href={usersLink(changed(location, {}))}>
          {t('users.noMatch.start')}
        </LinkButton>
      </StateView>
    );
  }
  return (
    <StateView title={t('users.noMatch.title')} art="search">
      <p>
        {t(`users.noMatch.${key}`, values)}{' '}
        {location.q && (contains ? t('users.search.contains') : t('users.search.wordStart'))}
      </p>
      {location.q && filters.length > 0 && (
        <Button tone="primary" onClick={() => navigate(usersLink(changed(location, { filters: {} })))}>
          {t('users.noMatch.withoutFilters')}
        </Button>
      )}
      <Button
        tone={location.q && filters.length > 0 ? 'normal' : 'primary'}
        onClick={() => navigate(usersLink(changed(location, { q: undefined, filters: {} })))}
      >
        {t('users.filter.clearAll')}
      </Button>
    </StateView>
  );
}
