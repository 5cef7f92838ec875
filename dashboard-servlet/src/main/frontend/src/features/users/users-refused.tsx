import { Button } from '@/components/button';
import { StateView } from '@/components/state-view';
import type { ApiError } from '@/lib/api-error';
import { t } from '@/lib/i18n';
import { type FilterField, unknownFilters, useFilterWords } from './filter-fields';
import { putFilter } from './filter-popover';
import type { UsersLocation } from './users-location';

/** The filter that the server does not take, as in a link from before its recipe went; undefined for other failures. */
export function refusedFilter(
  error: ApiError | undefined,
  fields: readonly FilterField[],
  location: UsersLocation,
): string | undefined {
  if (error?.slug !== 'malformed' && error?.slug !== 'forbidden') return undefined;
  const named = error.extra('parameter');
  return named !== undefined && named in location.filters ? named : unknownFilters(fields, location)[0];
}

type RefusedProps = {
  readonly param: string;
  readonly fields: readonly FilterField[];
  readonly location: UsersLocation;
};

/** Says which filter can't be, and offers the list without it. */
export function UsersRefused({ param, fields, location }: RefusedProps) {
  const field = fields.find((each) => each.param === param);
  const wordsOf = useFilterWords(field ? [field] : [], location);
  const words = field
    ? t('users.refused.value', { name: field.label, value: wordsOf(field) })
    : t('users.refused.unknown', { name: param.replace(/^f\./, '') });
  return (
    <StateView title={t('users.refused.title')} art="search" alert>
      <p>{words}</p>
      <Button tone="primary" icon="x" onClick={() => putFilter(location, param, undefined)}>
        {t('users.refused.remove')}
      </Button>
    </StateView>
  );
}
