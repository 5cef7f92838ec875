import type { FunctionComponent } from 'preact';
import type { Maybe, Section, User } from '@/lib/api-types';

/** What every kind of section gets. Each draws its own panel, so that its head can hold its own controls. */
export type SectionProps = {
  readonly section: Section;
  readonly data: unknown;
  readonly user: User;
  /** Something was changed: the page is asked for again. */
  readonly onChanged: () => void;
};

export type SectionKind = FunctionComponent<SectionProps>;

type PanelAction = { readonly wholeUser?: Maybe<boolean> };

const isForPart = (action: Maybe<PanelAction>) => !action?.wholeUser;

/** Whether some of it is for operators of all of a user's tenants alone. */
export function holdsWhole({ add, remove, save, actions, rowActions }: Section): boolean {
  return ![add, remove, save, ...(actions ?? []), ...(rowActions ?? [])].every(isForPart);
}

/** The section for an operator of some of the user's tenants: what is left to do is within these. */
export function forPart(section: Section): Section {
  const { add, remove, save, actions, rowActions } = section;
  return {
    ...section,
    add: isForPart(add) ? add : null,
    remove: isForPart(remove) ? remove : null,
    save: isForPart(save) ? save : null,
    actions: actions?.filter(isForPart),
    rowActions: rowActions?.filter(isForPart),
  };
}
