import { useLayoutEffect, useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import css from '@/components/conflict-note.module.css';
import field from '@/components/form/field.module.css';
import { Note } from '@/components/note';
import { cx } from '@/lib/cx';
import { rich, t } from '@/lib/i18n';
import text from '@/styles/text.module.css';

/** A field that somebody changed: what it was, theirs if they changed it, and mine if I did. */
export type ConflictRow = {
  readonly field: string;
  readonly label: string;
  readonly base: string;
  readonly theirs?: string;
  readonly mine?: string;
  /** Both sides can not be kept: one has to be chosen. */
  readonly clash: boolean;
};

export type Choices = Readonly<Partial<Record<string, 'theirs' | 'mine'>>>;

type ConflictNoteProps = {
  readonly lead: string;
  readonly rows: readonly ConflictRow[];
  readonly busy: boolean;
  readonly onKeep: (choices: Choices) => void;
  readonly onDiscard: () => void;
};

/** Somebody else saved meanwhile: who changed what, and what to keep. */
export function ConflictNote({ lead, rows, busy, onKeep, onDiscard }: ConflictNoteProps) {
  const note = useRef<HTMLDivElement>(null);
  const [choices, setChoices] = useState<Choices>({});
  const both = rows.filter((row) => row.clash);
  const open = both.some((row) => !choices[row.field]);

  useLayoutEffect(() => note.current?.focus(), []);

  const choose = (of: ConflictRow, side: 'theirs' | 'mine') => setChoices({ ...choices, [of.field]: side });
  return (
    <div ref={note} className={css.wrap} tabIndex={-1}>
      <Note tone="warn" alert>
        <div className={text.stack}>
          <p>{rich('conflict.text', { lead: <b className={text.strong}>{lead}</b> })}</p>
          <table className={css.diff}>
            <thead>
              <tr>
                <th scope="col">{t('conflict.field')}</th>
                <th scope="col">{t('conflict.base')}</th>
                <th scope="col">{t('conflict.theirs')}</th>
                <th scope="col">{t('conflict.mine')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.field}>
                  <th scope="row">{row.label}</th>
                  <td data-label={t('conflict.base')}>{row.base || <None />}</td>
                  <Side row={row} side="theirs" chosen={choices[row.field]} onChoose={choose} />
                  <Side row={row} side="mine" chosen={choices[row.field]} onChoose={choose} />
                </tr>
              ))}
            </tbody>
          </table>
          <div className={cx(text.row, text.wrap)}>
            <Button
              small
              tone="primary"
              disabled={open}
              busy={busy && t('common.saving')}
              onClick={() => onKeep(choices)}
            >
              {both.length > 0 ? t('conflict.keepChosen') : t('conflict.keepBoth')}
            </Button>
            <Button small onClick={onDiscard}>
              {t('json.discardMine')}
            </Button>
            {open && <span>{t('conflict.chooseEach')}</span>}
          </div>
        </div>
      </Note>
    </div>
  );
}

type SideProps = {
  readonly row: ConflictRow;
  readonly side: 'theirs' | 'mine';
  readonly chosen: 'theirs' | 'mine' | undefined;
  readonly onChoose: (row: ConflictRow, side: 'theirs' | 'mine') => void;
};

/** One side's value; a choice where both sides changed the field. */
function Side({ row, side, chosen, onChoose }: SideProps) {
  const value = row[side];
  const label = t(`conflict.${side}`);
  if (value === undefined) {
    return (
      <td data-label={label}>
        <span className={text.muted}>{t('conflict.unchanged')}</span>
      </td>
    );
  }
  return (
    <td data-label={label}>
      {row.clash ? (
        <label className={css.choice}>
          <input
            type="radio"
            className={cx(field.check, field.radio)}
            name={`conflict-${row.field}`}
            aria-label={t('conflict.take', { field: row.label, side: label, value })}
            checked={chosen === side}
            onChange={() => onChoose(row, side)}
          />
          <span>{value || <None />}</span>
        </label>
      ) : (
        value || <None />
      )}
    </td>
  );
}

const None = () => <span className={text.muted}>{t('common.none')}</span>;
