import type { ComponentChildren } from 'preact';
import text from '@/styles/text.module.css';

/** Lines to read or copy; they scroll sideways, with the keyboard too. */
export function Code({ children }: { readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <pre className={text.code} tabIndex={0}>
      {children}
    </pre>
  );
}
