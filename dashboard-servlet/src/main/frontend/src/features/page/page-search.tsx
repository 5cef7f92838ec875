import { SearchBox } from '@/components/search-box';
import { t } from '@/lib/i18n';
import { pageLink } from './page-place';

type PageSearchProps = { readonly id: string; readonly value: string; readonly placeholder: string };

export function PageSearch({ id, value, placeholder }: PageSearchProps) {
  return (
    <SearchBox
      key={id}
      label={t('page.search')}
      placeholder={placeholder}
      value={value}
      hrefOf={(q) => pageLink(id, { q })}
    />
  );
}
