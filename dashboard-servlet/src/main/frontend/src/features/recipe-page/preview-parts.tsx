import { useState } from 'preact/compat';
import { TextButton } from '@/components/button';
import { Chip } from '@/components/chip';
import chip from '@/components/chip.module.css';
import { Facts } from '@/components/panel';
import { Cell } from '@/components/panels/cell';
import { PreviewPart } from '@/components/split-view';
import type { ChipsPart, PreviewPartShape, PreviewShape, RowPreview } from '@/lib/api-types';
import { label, t } from '@/lib/i18n';
import { isFactsData, isLabelsData, isPreviewRows } from '@/lib/panel-data';
import text from '@/styles/text.module.css';
import { groupsOf } from './groups';
import { PreviewTable } from './preview-table';
import css from './recipe-page.module.css';

/** More words than this unfold when asked for. */
const FIRST = 200;

type PreviewPartsProps = { readonly shape: PreviewShape; readonly row: string; readonly data: RowPreview };

/** The parts of a preview by their kind; one without data, or of a kind we do not know, is not drawn. */
export function PreviewParts({ shape, row, data }: PreviewPartsProps) {
  return (
    <>
      {shape.parts.map((part) => (
        <Part key={part.id} part={part} row={row} given={data.parts[part.id]} />
      ))}
    </>
  );
}

type PartProps = { readonly part: PreviewPartShape; readonly row: string; readonly given: unknown };

function Part({ part, row, given }: PartProps) {
  if (part.kind === 'chips' && isLabelsData(given)) return <Words part={part} words={given.labels} />;
  if (part.kind === 'table' && isPreviewRows(given)) return <PreviewTable part={part} row={row} first={given} />;
  if (part.kind === 'facts' && isFactsData(given)) {
    const facts = given.rows.map((fact) => ({
      label: label(fact.label),
      value: <Cell kind={fact.kind} value={fact.value} />,
    }));
    return (
      <PreviewPart title={label(part.title)}>
        <div className={css.facts}>
          <Facts columns={1} facts={facts} />
        </div>
      </PreviewPart>
    );
  }
  return null;
}

function Words({ part, words }: { readonly part: ChipsPart; readonly words: readonly string[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? words : words.slice(0, FIRST);
  return (
    <PreviewPart title={label(part.title)} count={words.length}>
      {words.length === 0 && <p className={text.faint}>{label(part.empty)}</p>}
      <dl className={css.groups}>
        {groupsOf(shown, part.groupBy).map((group) => (
          <div key={group.key ?? ''} className={css.group}>
            <dt className={text.mono}>{group.key}</dt>
            <dd className={chip.chips}>
              {group.words.map((word) => (
                <Chip key={word} mono whole>
                  {word}
                </Chip>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {shown.length < words.length && (
        <div>
          <TextButton onClick={() => setAll(true)}>{t('preview.showAll', { count: words.length })}</TextButton>
        </div>
      )}
    </PreviewPart>
  );
}
