import { Menu } from '@/components/overlay/menu';
import { t } from '@/lib/i18n';
import { currentLanguage, languages } from '@/lib/language';

type LanguageMenuProps = { readonly onChoose: (tag: string) => void };

/** Changes the language of the page. */
export function LanguageMenu({ onChoose }: LanguageMenuProps) {
  const items = languages().map(({ tag, name }) => ({
    id: tag,
    label: name,
    lang: tag,
    current: tag === currentLanguage(),
    onSelect: () => onChoose(tag),
  }));
  return <Menu label={t('shell.language')} icon="globe" items={items} />;
}
