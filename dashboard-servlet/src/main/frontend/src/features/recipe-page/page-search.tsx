import { SearchBox } from '@/components/form/search-box';
import { Select } from '@/components/form/select';
import layout from '@/components/layout.module.css';
import type { PageShape } from '@/lib/api-types';
import { label, t } from '@/lib/i18n';
import { navigate } from '@/lib/router';
import { narrowed, type PageLocation, pageLink } from './page-location';

type PageSearchProps = {
  readonly page: PageShape;
  /** The row that is open; it stays so. */
  readonly open: string | undefined;
  readonly location: PageLocation;
};

/** What narrows the list: the search, and the recipe's filters beside it. */
export function PageSearch({ page, open, location }: PageSearchProps) {
  const { id, search, filters } = page;
  const choices = filters.map((filter) => (
    <Select
      key={filter.parameter}
      label={label(filter.label)}
      value={location[filter.parameter] ?? ''}
      options={[
        { id: '', label: label(filter.all) },
        ...filter.choices.map((choice) => ({ id: choice.id, label: label(choice.label) })),
      ]}
      onChange={(chosen) =>
        navigate(pageLink(id, narrowed(location, { [filter.parameter]: chosen || undefined }), open))
      }
    />
  ));
  if (!search) return choices.length > 0 ? <div className={layout.bar}>{choices}</div> : null;
  return (
    <SearchBox
      key={id}
      label={t('page.search')}
      placeholder={label(search)}
      value={location.q ?? ''}
      hrefOf={(q) => pageLink(id, narrowed(location, { q }), open)}
    >
      {choices}
    </SearchBox>
  );
}
