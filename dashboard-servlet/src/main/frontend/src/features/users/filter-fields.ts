import { methodName } from '@/components/table/methods-cell';
import type { Filter } from '@/lib/api-types';
import { label, named, t } from '@/lib/i18n';
import type { OperatorSession } from '@/lib/session';
import { useLabels } from '@/lib/use-labels';
import { readSpan, readValues, sinceLabel, spanLabel } from './filter-values';
import type { UsersLocation } from './users-location';

export type Choice = { readonly id: string; readonly label: string };

/** What the list can be filtered by. Ours and those of recipes look alike. */
export type FilterField = {
  /** Its parameter in the address. */
  readonly param: string;
  readonly label: string;
  /** From a list, two moments, or one that something is since. */
  readonly kind: 'list' | 'range' | 'since';
  /** Whether several can be chosen. */
  readonly many?: boolean;
  readonly choices?: readonly Choice[];
  /** Where choices come from, with `{query}` in it; `providers` for those of our own. */
  readonly options?: string;
};

const STATUSES = ['active', 'suspended', 'invited'] as const;
const METHODS = ['password', 'passwordless', 'external'] as const;

export const PROVIDERS = 'users/providers';

export function filterFields(session: OperatorSession): readonly FilterField[] {
  return [
    {
      param: 'status',
      label: t('users.filter.status'),
      kind: 'list',
      many: true,
      choices: STATUSES.map((id) => ({ id, label: named(`status.${id}`, id) })),
    },
    {
      param: 'method',
      label: t('users.filter.method'),
      kind: 'list',
      many: true,
      choices: METHODS.map((id) => ({ id, label: methodName({ kind: id }) })),
    },
    { param: 'provider', label: t('users.filter.provider'), kind: 'list', many: true, options: PROVIDERS },
    { param: 'joined', label: t('users.filter.joined'), kind: 'range' },
    { param: 'lastSeen', label: t('users.filter.lastSeen'), kind: 'range' },
    { param: 'activeSince', label: t('users.filter.activeSince'), kind: 'since' },
    ...(session.filters ?? []).map(recipeField),
  ];
}

/** Some users of a job: a link of the job's page leads there, and nothing else does. */
export const OF_A_JOB: FilterField = {
  param: 'job',
  label: t('users.filter.job'),
  kind: 'list',
  choices: [],
};

/** Filters of an address that nobody knows here: of a recipe that is gone, or not for this operator. */
export function unknownFilters(fields: readonly FilterField[], location: UsersLocation): readonly string[] {
  return Object.keys(location.filters).filter((param) => !fields.some((field) => field.param === param));
}

function recipeField(filter: Filter): FilterField {
  return {
    param: `f.${filter.id}`,
    label: label(filter.label),
    kind: filter.kind === 'range' ? 'range' : 'list',
    many: filter.kind === 'anyof',
    choices: filter.choices?.map((choice) => ({ id: choice.id, label: label(choice.label) })),
    options: filter.options,
  };
}

/** What is chosen in some of the fields of an address, as a person would say it. */
export function useFilterWords(
  fields: readonly FilterField[],
  { filters }: Pick<UsersLocation, 'filters'>,
): (field: FilterField) => string {
  const chosenIn = ({ param }: FilterField) => filters[param] ?? '';
  const chosen = (field: FilterField) => (field.many ? readValues(chosenIn(field)) : [chosenIn(field)].filter(Boolean));
  const labelOf = useLabels(fields.map((field) => ({ path: field.options, ids: chosen(field) })));
  return (field) => {
    if (field.kind === 'range') return spanLabel(readSpan(chosenIn(field)));
    if (field === OF_A_JOB) return jobWords(chosenIn(field));
    if (field.kind === 'since') return sinceLabel(readSpan(chosenIn(field)).from);
    const words = chosen(field).map(
      (id) => field.choices?.find((choice) => choice.id === id)?.label ?? labelOf(field.options, id),
    );
    return words.join(', ');
  };
}

/** As in `done:` and the id of the job. */
function jobWords(value: string): string {
  const part = value.slice(0, value.indexOf(':'));
  return named(`users.filter.job.${part}`, part);
}
