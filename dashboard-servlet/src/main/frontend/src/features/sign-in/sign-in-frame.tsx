import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/compat';
import { LanguageMenu } from '@/components/language-menu';
import { cx } from '@/lib/cx';
import { useTitle } from '@/lib/document-title';
import { chooseLanguage } from '@/lib/language';
import mark from '@/styles/mark.svg';
import text from '@/styles/text.module.css';
import css from './sign-in.module.css';

type GateFrameProps = {
  readonly app: string;
  readonly lead: string;
  readonly large?: boolean;
  readonly children: ComponentChildren;
};

/** The one card before the dashboard. */
export function SignInFrame({ app, lead, large, children }: GateFrameProps) {
  const card = useRef<HTMLElement>(null);
  useTitle(lead, app);

  // The attribute alone works only while the document loads.
  useLayoutEffect(() => card.current?.querySelector<HTMLElement>('[autofocus]')?.focus(), []);

  return (
    <div className={css.signIn}>
      <main ref={card} className={css.card} data-size={large ? 'lg' : undefined}>
        <div className={css.brand}>
          <img src={mark} alt="" />
          <div className={css.names}>
            <h1>{app}</h1>
            <p className={cx(text.sm, text.faint)}>{lead}</p>
          </div>
          <LanguageMenu onChoose={chooseLanguage} />
        </div>
        {children}
      </main>
    </div>
  );
}
