import css from '@/components/panels/json.module.css';
import { type Token, tokenLines } from '@/lib/json-text';

type JsonLinesProps = {
  readonly tokens: readonly Token[];
  /** The lines to mark, from 1. */
  readonly marked?: { readonly from: number; readonly to: number; readonly as: 'bad' | 'new' };
};

/** JSON with its colours and line numbers. */
export function JsonLines({ tokens, marked }: JsonLinesProps) {
  return (
    <code>
      {tokenLines(tokens).map((line, index) => (
        <i key={index} data-mark={marked && index + 1 >= marked.from && index + 1 <= marked.to ? marked.as : undefined}>
          {line.map((token) =>
            token.kind === 'mark' || token.kind === 'space' ? (
              token.text
            ) : (
              <span key={token.at} className={css[token.kind]}>
                {token.text}
              </span>
            ),
          )}
        </i>
      ))}
    </code>
  );
}

/** The same to be read only; it scrolls by keyboard too. */
export function JsonView(props: JsonLinesProps) {
  return (
    <div className={css.json} data-kind="view">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <pre tabIndex={0}>
        <JsonLines {...props} />
      </pre>
    </div>
  );
}
