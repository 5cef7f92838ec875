import type { PathValues } from '@/lib/action';
import type {
  Action,
  AddAction,
  ChipsData,
  FactsData,
  JsonData,
  SaveAction,
  Section,
  TableData,
  User,
} from '@/lib/api-types';

type Kind = Section['kind'];
type DataOf = {
  readonly chips: ChipsData;
  readonly facts: FactsData;
  readonly table: TableData;
  readonly json: JsonData;
};

/** What a kind of section gets. Each draws its own panel, so that its head can hold its own controls. */
export type SectionProps<K extends Kind> = {
  readonly section: Extract<Section, { readonly kind: K }>;
  readonly data: DataOf[K];
  readonly user: User;
  /** Something was changed: the page is asked for again. */
  readonly onChanged: () => void;
};

/** What fills the addresses of a section's actions: of tenants the one that there is to mean, if there is no other. */
export function valuesFor(user: User): PathValues {
  const [only, ...others] = user.tenants;
  return { userId: user.id, tenant: others.length === 0 ? only : undefined };
}

type PanelAction = Action | AddAction | SaveAction;

const isForPart = (action: PanelAction) => !action.wholeUser;
const keep = <A extends PanelAction>(action: A | undefined) => (action && isForPart(action) ? action : undefined);

function actionsOf(section: Section): readonly (PanelAction | undefined)[] {
  switch (section.kind) {
    case 'chips':
      return [section.add, section.remove];
    case 'json':
      return [section.save];
    case 'facts':
      return section.actions;
    case 'table':
      return [...section.actions, ...section.rowActions];
    default:
      return [];
  }
}

/** Whether some of it is for operators of all of a user's tenants alone. */
export function holdsWhole(section: Section): boolean {
  return actionsOf(section).some((action) => action?.wholeUser);
}

/** The section for an operator of some of the user's tenants: what is left to do is within these. */
export function forPart(section: Section): Section {
  switch (section.kind) {
    case 'chips':
      return { ...section, add: keep(section.add), remove: keep(section.remove) };
    case 'json':
      return { ...section, save: keep(section.save) };
    case 'facts':
      return { ...section, actions: section.actions.filter(isForPart) };
    case 'table':
      return {
        ...section,
        actions: section.actions.filter(isForPart),
        rowActions: section.rowActions.filter(isForPart),
      };
    default:
      return section;
  }
}
