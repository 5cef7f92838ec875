import { useLayoutEffect, useMemo, useRef } from 'preact/compat';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import css from '@/components/panels/json.module.css';
import { JsonView } from '@/components/panels/json-lines';
import { type ConflictAuthor, type SavedThing, useConflictAuthor } from '@/components/use-conflict-author';
import { t } from '@/lib/i18n';
import { changedLines, formatted, type Token, tokens } from '@/lib/json-text';
import text from '@/styles/text.module.css';

type JsonConflictProps = {
  readonly mine: string;
  readonly theirs: readonly Token[];
  readonly saved: SavedThing;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
};

/** Somebody else saved in the meantime: theirs is shown with what differs, mine stays in the editor below. */
export function JsonConflict({ mine, theirs, saved, onKeep, onDiscard }: JsonConflictProps) {
  const note = useRef<HTMLDivElement>(null);
  const who = useConflictAuthor(saved);
  const theirText = theirs.map((token) => token.text).join('');
  const changed = useMemo(() => changedLines(formatted(tokens(mine)), theirText), [mine, theirText]);

  useLayoutEffect(() => note.current?.focus(), []);

  return (
    <div ref={note} className={text.stack} tabIndex={-1}>
      <Note tone="warn" alert>
        {conflictWords(who, theirText === '')}
      </Note>
      {theirText && <JsonView tokens={theirs} marked={changed && { ...changed, as: 'new' }} />}
      <div className={css.acts}>
        <Button onClick={onKeep}>{t('json.keepMine')}</Button>
        <Button onClick={onDiscard}>{t('json.discardMine')}</Button>
      </div>
    </div>
  );
}

function conflictWords(who: ConflictAuthor, gone: boolean): string {
  if (!who) return t(gone ? 'json.conflict.gone' : 'json.conflict');
  if (who.isMe) return t(gone ? 'json.conflict.goneMine' : 'json.conflict.savedMine');
  return t(gone ? 'json.conflict.goneBy' : 'json.conflict.savedBy', { name: who.name });
}
