import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Panel, PanelBody } from '@/components/panel';
import { ChipsSection } from '@/components/panels/chips-section';
import { FactsSection } from '@/components/panels/facts-section';
import { JsonSection } from '@/components/panels/json-section';
import { forPart, type SectionKind } from '@/components/panels/section';
import { TableSection } from '@/components/panels/table-section';
import type { PanelResult, Section, User } from '@/lib/api-types';
import { label, t } from '@/lib/i18n';
import { isChipsData, isFactsData, isJsonData, isTableData } from '@/lib/panel-data';

/** The kinds of sections; one more is a file beside these and a line here. */
const kinds: Readonly<Record<string, { readonly draw: SectionKind; readonly fits: (data: unknown) => boolean }>> = {
  chips: { draw: ChipsSection, fits: isChipsData },
  json: { draw: JsonSection, fits: isJsonData },
  facts: { draw: FactsSection, fits: isFactsData },
  table: { draw: TableSection, fits: isTableData },
};

type UserSectionProps = {
  readonly section: Section;
  /** Absent when the server sent nothing for this section. */
  readonly result: PanelResult | undefined;
  readonly user: User;
  readonly onChanged: () => void;
};

/** A recipe's panel. A recipe that fails, or a kind we do not know, costs this panel and no other. */
export function UserSection({ section, result, user, onChanged }: UserSectionProps) {
  const kind = Object.hasOwn(kinds, section.kind) ? kinds[section.kind] : undefined;
  if (!kind) return <PanelNote section={section} words={t('panel.unknown')} />;
  if (!result || result.error || !kind.fits(result.data)) {
    return (
      <PanelNote section={section} words={result?.error?.detail ?? t('panel.failed')} failed onRetry={onChanged} />
    );
  }
  const Draw = kind.draw;
  const offered = user.mayEdit === false ? forPart(section) : section;
  return <Draw section={offered} data={result.data} user={user} onChanged={onChanged} />;
}

type PanelNoteProps = {
  readonly section: Section;
  readonly words: string;
  readonly failed?: boolean;
  readonly onRetry?: () => void;
};

function PanelNote({ section, words, failed, onRetry }: PanelNoteProps) {
  return (
    <Panel id={section.id} title={label(section.title)}>
      <PanelBody>
        <Note
          tone={failed ? 'danger' : 'info'}
          action={
            onRetry && (
              <Button small onClick={onRetry}>
                {t('common.tryAgain')}
              </Button>
            )
          }
        >
          {words}
        </Note>
      </PanelBody>
    </Panel>
  );
}

/** How many things a section holds, where one number says it. */
export function sectionCount(section: Section, result: PanelResult | undefined, user: User): number | undefined {
  const data = result?.data;
  const split = section.perTenant && user.tenants.length > 1;
  const counts = !split && (section.kind === 'chips' || section.kind === 'table');
  return counts && isTableData(data) ? data.items.length : undefined;
}
