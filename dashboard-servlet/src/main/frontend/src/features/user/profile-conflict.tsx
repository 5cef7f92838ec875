import { useEffect, useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import field from '@/components/field.module.css';
import { Note } from '@/components/note';
import { cx } from '@/lib/cx';
import { rich, t } from '@/lib/i18n';
import text from '@/styles/text.module.css';
import { type Choices, clashes, type Difference } from './profile-form';
import css from './user.module.css';

type ProfileConflictProps = {
  readonly differences: readonly Difference[];
  readonly busy: boolean;
  readonly onKeep: (choices: Choices) => void;
  readonly onDiscard: () => void;
};

/** Somebody else saved this profile meanwhile: who changed what, and what to keep. */
export function ProfileConflict({ differences, busy, onKeep, onDiscard }: ProfileConflictProps) {
  const note = useRef<HTMLDivElement>(null);
  const [choices, setChoices] = useState<Choices>({});
  const both = differences.filter(clashes);
  const open = both.some(({ field }) => !choices[field]);

  useEffect(() => note.current?.focus(), []);

  const choose = (of: Difference, side: 'theirs' | 'mine') => setChoices({ ...choices, [of.field]: side });
  return (
    <div ref={note} tabIndex={-1}>
      <Note tone="warn" alert>
        <div className={text.stack}>
          <p>{rich('user.conflict', { lead: <b className={text.strong}>{t('user.conflict.lead')}</b> })}</p>
          <table className={css.diff}>
            <thead>
              <tr>
                <th scope="col">{t('user.conflict.field')}</th>
                <th scope="col">{t('user.conflict.base')}</th>
                <th scope="col">{t('user.conflict.theirs')}</th>
                <th scope="col">{t('user.conflict.mine')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((row) => (
                <tr key={row.field}>
                  <th scope="row">{t(`user.${row.field}`)}</th>
                  <td data-label={t('user.conflict.base')}>{row.base || <None />}</td>
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
              {both.length > 0 ? t('user.conflict.keepChosen') : t('user.conflict.keepBoth')}
            </Button>
            <Button small onClick={onDiscard}>
              {t('json.discardMine')}
            </Button>
            {open && <span>{t('user.conflict.chooseEach')}</span>}
          </div>
        </div>
      </Note>
    </div>
  );
}

type SideProps = {
  readonly row: Difference;
  readonly side: 'theirs' | 'mine';
  readonly chosen: 'theirs' | 'mine' | undefined;
  readonly onChoose: (row: Difference, side: 'theirs' | 'mine') => void;
};

/** One side's value; a choice where both sides changed the field. */
function Side({ row, side, chosen, onChoose }: SideProps) {
  const value = row[side];
  const label = t(`user.conflict.${side}`);
  if (value === undefined) {
    return (
      <td data-label={label}>
        <span className={text.muted}>{t('user.conflict.unchanged')}</span>
      </td>
    );
  }
  return (
    <td data-label={label}>
      {clashes(row) ? (
        <label className={css.choice}>
          <input
            type="radio"
            className={cx(field.check, field.radio)}
            name={`conflict-${row.field}`}
            aria-label={t('user.conflict.take', { field: t(`user.${row.field}`), side: label, value })}
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
