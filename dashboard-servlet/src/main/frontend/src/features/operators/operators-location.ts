import { linkTo } from '@/lib/router';

/** What the address of the operators says. */
export type OperatorsLocation = {
  readonly q?: string;
  readonly status?: string;
  readonly preset?: string;
  readonly cursor?: string;
};

export function readOperatorsLocation(query: URLSearchParams): OperatorsLocation {
  const of = (name: string) => query.get(name) || undefined;
  return { q: of('q'), status: of('status'), preset: of('preset'), cursor: of('cursor') };
}

/** The address of a place; `open` is the operator beside the list. */
export function operatorsLink(location: OperatorsLocation, open?: string): string {
  return linkTo(open === undefined ? ['operators'] : ['operators', open], location);
}

/** The same list narrowed in another way, from its beginning. */
export const narrowed = ({ cursor: _, ...location }: OperatorsLocation, change: Partial<OperatorsLocation>) => ({
  ...location,
  ...change,
});

/** Where it stands what operators can hold. */
export const PRESETS = 'operators/presets';

export const presetLink = (open?: string) =>
  linkTo(open === undefined ? ['operators', 'presets'] : ['operators', 'presets', open]);

/** Where an operator looks after the own account. */
export const PROFILE = 'operators/me';
