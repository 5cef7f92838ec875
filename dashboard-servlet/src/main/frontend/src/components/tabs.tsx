import css from '@/components/tabs.module.css';

type TabsProps = {
  readonly label: string;
  readonly tabs: readonly { readonly href: string; readonly words: string }[];
  /** The address of the page that is open. */
  readonly current: string;
};

/** Pages that belong together: links, so that each has an address. */
export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {tabs.map(({ href, words }) => (
        <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}
