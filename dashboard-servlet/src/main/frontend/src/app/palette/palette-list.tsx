import { Avatar } from '@/components/avatar';
import { Icon } from '@/components/icon';
import { t } from '@/lib/i18n';
import css from './palette.module.css';
import { marked, type PaletteItem } from './palette-items';
import type { PaletteGroups } from './use-palette-groups';

export const optionId = (list: string, item: PaletteItem) => `${list}-${item.id.replaceAll(' ', '_')}`;

type PaletteListProps = {
  readonly id: string;
  readonly found: PaletteGroups;
  readonly active: PaletteItem | undefined;
  readonly onPick: (item: PaletteItem) => void;
};

/** What was found, by kind. Each is a link, so that the mouse can open it in another tab as well. */
export function PaletteList({ id, found, active, onPick }: PaletteListProps) {
  return (
    <div className={css.list} role="listbox" id={id} aria-label={t('shell.search')}>
      {found.groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, and not of fields
        <div key={group.id} role="group" aria-label={group.title}>
          <p className={css.group} aria-hidden="true">
            {group.title}
          </p>
          {group.items.map((item) => (
            <Item
              key={item.id}
              id={optionId(id, item)}
              item={item}
              query={found.query}
              isActive={item === active}
              onPick={onPick}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type ItemProps = {
  readonly id: string;
  readonly item: PaletteItem;
  readonly query: string;
  readonly isActive: boolean;
  readonly onPick: (item: PaletteItem) => void;
};

function Item({ id, item, query, isActive, onPick }: ItemProps) {
  return (
    <a
      id={id}
      className={css.item}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      href={item.href}
      download={item.download ? '' : undefined}
      onClick={(event) => {
        const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
        if (!plain || item.download) return;
        event.preventDefault();
        onPick(item);
      }}
    >
      {item.user ? <Avatar id={item.user} name={item.label} small /> : <Icon name={item.icon} />}
      <span className={css.words}>
        <span>
          {marked(item.label, query).map((part, at) => (part.hit ? <mark key={at}>{part.text}</mark> : part.text))}
        </span>{' '}
        {item.hint && <span className={css.hint}>{item.hint}</span>}
      </span>
      {isActive && (
        <span className={css.key} aria-hidden="true">
          ↵
        </span>
      )}
    </a>
  );
}
