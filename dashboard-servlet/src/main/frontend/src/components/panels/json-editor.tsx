import { useEffect, useRef, useState } from 'preact/compat';
import { Button, TextButton } from '@/components/button';
import css from '@/components/panels/json.module.css';
import { JsonLines } from '@/components/panels/json-lines';
import { t } from '@/lib/i18n';
import { formatted, offsetOf, type Token } from '@/lib/json-text';
import text from '@/styles/text.module.css';

/** What is wrong with the text, in words; the line when it is about one. */
export type JsonTrouble = { readonly words: string; readonly line?: number; readonly column?: number };

type JsonEditorProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly tokens: readonly Token[];
  readonly trouble: JsonTrouble | undefined;
  /** What is said when nothing is wrong. */
  readonly status: string;
  readonly autoFocus: boolean;
  readonly onChange: (value: string) => void;
};

const LINE_PX = 20;

/** A plain text area; the colours lie below it. Tab leaves it, unless Ctrl M says that it indents. */
export function JsonEditor(props: JsonEditorProps) {
  const { id, value, tokens, trouble } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const [indents, setIndents] = useState(false);

  useEffect(() => {
    if (props.autoFocus) area.current?.focus();
  }, []);

  const goToLine = (line: number, column: number) => {
    const at = offsetOf(value, line, column);
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
    scroll.current?.scrollTo({ top: (line - 4) * LINE_PX });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'm' && event.ctrlKey) {
      event.preventDefault();
      setIndents(!indents);
    } else if (event.key === 'Tab' && indents && !event.shiftKey && area.current) {
      event.preventDefault();
      area.current.setRangeText('  ', area.current.selectionStart, area.current.selectionEnd, 'end');
      props.onChange(area.current.value);
    }
  };

  return (
    <div className={css.json} data-invalid={trouble !== undefined}>
      <div ref={scroll} className={css.scroll}>
        <div className={css.sheet}>
          <pre aria-hidden="true">
            <JsonLines
              tokens={tokens}
              marked={trouble?.line ? { from: trouble.line, to: trouble.line, as: 'bad' } : undefined}
            />
          </pre>
          <textarea
            ref={area}
            aria-label={props.label}
            aria-invalid={trouble !== undefined || undefined}
            aria-describedby={`${id}-status ${id}-keys`}
            value={value}
            rows={1}
            wrap="off"
            spellcheck={false}
            autoCapitalize="off"
            autoComplete="off"
            onKeyDown={onKeyDown}
            onInput={(event) => props.onChange(event.currentTarget.value)}
          />
        </div>
      </div>
      <div className={css.status} data-tone={trouble && 'danger'}>
        <span role="status" id={`${id}-status`}>
          {trouble?.words ?? props.status}
        </span>
        {trouble?.line && (
          <TextButton onClick={() => goToLine(trouble.line ?? 1, trouble.column ?? 1)}>{t('json.goToLine')}</TextButton>
        )}
        <span className={text.vh} id={`${id}-keys`}>
          {t(indents ? 'json.keys.indents' : 'json.keys')}
        </span>
        <Button
          small
          tone="ghost"
          disabled={trouble?.line !== undefined}
          onClick={() => props.onChange(formatted(tokens))}
        >
          {t('json.format')}
        </Button>
      </div>
    </div>
  );
}
