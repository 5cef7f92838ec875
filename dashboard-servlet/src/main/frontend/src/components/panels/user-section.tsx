import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Panel, PanelBody } from '@/components/panel';
import { ChipsSection } from '@/components/panels/chips-section';
import { FactsSection } from '@/components/panels/facts-section';
import { JsonSection } from '@/components/panels/json-section';
import { forPart } from '@/components/panels/section';
import { TableSection } from '@/components/panels/table-section';
import type { PanelResult, Section, User } from '@/lib/api-types';
import { label, t } from '@/lib/i18n';
import { isChipsData, isFactsData, isJsonData, isTableData } from '@/lib/panel-data';

type UserSectionProps = {
  readonly section: Section;
  /** Absent when the server sent nothing for this section. */
  readonly result: PanelResult | undefined;
  readonly user: User;
  readonly onChanged: () => void;
};

/** A recipe's panel, by its kind. A recipe that fails, or a kind we do not know, costs this panel and no other. */
export function UserSection(props: UserSectionProps) {
  const { section, result, user, onChanged } = props;
  const data: unknown = result?.data;
  const offered = user.mayEdit ? section : forPart(section);
  const rest = { user, onChanged };
  const failed = <Failed {...props} />;
  switch (offered.kind) {
    case 'chips':
      return isChipsData(data) ? <ChipsSection section={offered} data={data} {...rest} /> : failed;
    case 'facts':
      return isFactsData(data) ? <FactsSection section={offered} data={data} {...rest} /> : failed;
    case 'table':
      return isTableData(data) ? <TableSection section={offered} data={data} {...rest} /> : failed;
    case 'json':
      return isJsonData(data) ? <JsonSection section={offered} data={data} {...rest} /> : failed;
    default:
      return <PanelNote section={section} words={t('panel.unknown')} />;
  }
}

function Failed({ section, result, onChanged }: UserSectionProps) {
  return <PanelNote section={section} words={result?.error?.detail ?? t('panel.failed')} failed onRetry={onChanged} />;
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
  const counts =
    section.kind === 'table' || (section.kind === 'chips' && !(section.perTenant && user.tenants.length > 1));
  return counts && isTableData(data) ? data.items.length : undefined;
}
