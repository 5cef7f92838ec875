import { useMemo, useRef, useState } from 'preact/compat';
import { Button, TextButton } from '@/components/button';
import { Panel, PanelBody } from '@/components/panel';
import { JsonDraft } from '@/components/panels/json-draft';
import { JsonView } from '@/components/panels/json-lines';
import { sizeMessage } from '@/components/panels/json-messages';
import type { SectionProps } from '@/components/panels/section';
import { afterRender } from '@/lib/after-render';
import { cx } from '@/lib/cx';
import { type Draft, draftOf, keepDraft } from '@/lib/drafts';
import { label, t } from '@/lib/i18n';
import { compactBytes, formatted, tokens } from '@/lib/json-text';
import { toast } from '@/lib/notify';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';

/** A JSON object: metadata, settings. Read formatted, edited as text; nothing typed is lost but by discarding it. */
export function JsonSection({ section, data: kept, user, onChanged }: SectionProps<'json'>) {
  const operator = useSession().operator.id;
  const key = `${operator} ${section.id} ${user.id}`;
  const [draft, setDraft] = useState<Draft | undefined>(() => draftOf(key));
  const [opened, setOpened] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const title = label(section.title);
  const shown = useMemo(() => tokens(kept.json ? formatted(tokens(kept.json)) : ''), [kept.json]);
  const { save } = section;

  const change = (next: Draft | undefined) => {
    keepDraft(key, next);
    setDraft(next);
    if (!next) afterRender(() => edit.current?.focus());
  };
  const start = () => {
    setOpened(true);
    const from = kept.json ? shown.map((token) => token.text).join('') : '{\n  \n}';
    change({ text: from, etag: kept.etag, from });
  };

  const discard = () => {
    if (draft && draft.text !== draft.from) toast(t('json.discarded'), { undo: () => change(draft) });
    change(undefined);
  };

  if (draft && save) {
    return (
      <Panel id={section.id} title={title}>
        <PanelBody>
          <JsonDraft
            section={section}
            save={save}
            kept={kept}
            shown={shown}
            draft={draft}
            user={user}
            autoFocus={opened}
            onDraft={change}
            onDiscard={discard}
            onChanged={onChanged}
          />
        </PanelBody>
      </Panel>
    );
  }
  return (
    <Panel
      id={section.id}
      title={title}
      acts={
        kept.json && (
          <>
            {save && (
              <span className={cx(text.sm, text.faint, text.noSmall)}>
                {sizeMessage(compactBytes(shown), save.maxBytes)}
              </span>
            )}
            {save && (
              <Button ref={edit} small tone="ghost" icon="edit" label={t('json.editOf', { title })} onClick={start}>
                {t('json.edit')}
              </Button>
            )}
          </>
        )
      }
    >
      <PanelBody>
        {kept.json ? (
          <JsonView tokens={shown} />
        ) : (
          <p className={text.muted}>
            {label(section.empty)} {save && <TextButton onClick={start}>{t('json.add')}</TextButton>}
          </p>
        )}
      </PanelBody>
    </Panel>
  );
}
