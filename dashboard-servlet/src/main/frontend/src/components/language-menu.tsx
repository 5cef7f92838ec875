import { Menu } from '@/components/overlay/menu';
import { t } from '@/lib/i18n';
import { chooseLanguage, currentLanguage, languages } from '@/lib/language';

/** Changes the language of the page. */
export function LanguageMenu() {
  const items = languages().map(({ tag, name }) => ({
    id: tag,
    label: name,
    lang: tag,
    current: tag === currentLanguage(),
    onSelect: () => chooseLanguage(tag),
  }));
  return <Menu label={t('shell.language')} icon="globe" items={items} />;
}
