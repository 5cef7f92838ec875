import type { FunctionComponent } from 'preact';
import type { Section, User } from '@/lib/contract';

/** What every kind of section gets. Each draws its own panel, so that its head can hold its own controls. */
export type SectionProps = {
  readonly section: Section;
  readonly data: unknown;
  readonly user: User;
  /** Something was changed: the page is asked for again. */
  readonly onChanged: () => void;
};

export type SectionKind = FunctionComponent<SectionProps>;
