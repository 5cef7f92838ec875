import { SearchBox } from '@/components/form/search-box';
import { t } from '@/lib/i18n';
import { pageLink } from './page-location';

type PageSearchProps = {
  readonly id: string;
  /** The row that is open; it stays so. */
  readonly open: string | undefined;
  readonly value: string;
  readonly placeholder: string;
};

export function PageSearch({ id, open, value, placeholder }: PageSearchProps) {
  return (
    <SearchBox
      key={id}
      label={t('page.search')}
      placeholder={placeholder}
      value={value}
      hrefOf={(q) => pageLink(id, { q }, open)}
    />
  );
}
