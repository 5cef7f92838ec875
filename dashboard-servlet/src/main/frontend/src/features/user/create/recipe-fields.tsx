import css from '@/components/form/field.module.css';
import { FormField } from '@/components/panels/form-field';
import type { FormValues } from '@/lib/action';
import type { CreateField, CreateFields } from '@/lib/api-types';
import { label } from '@/lib/i18n';
import type { FieldErrors } from '@/lib/use-submit';
import text from '@/styles/text.module.css';

type Values = Readonly<Record<string, FormValues>>;

type RecipeFieldsProps = {
  readonly recipes: readonly CreateFields[];
  readonly values: Values;
  readonly errors: FieldErrors;
  readonly onChange: (values: Values) => void;
};

type Entry = { readonly recipe: string; readonly field: CreateField; readonly path: string };

/** By the path of their refusals. */
export function recipeFieldNames(recipes: readonly CreateFields[]): readonly string[] {
  return entriesOf(recipes).map(({ path }) => path);
}

/** What recipes ask for; the advanced ones are folded, unless one of them was refused. */
export function RecipeFields({ recipes, values, errors, onChange }: RecipeFieldsProps) {
  const entries = entriesOf(recipes);
  const open = entries.filter(({ field }) => !field.advanced);
  const advanced = entries.filter(({ field }) => field.advanced);

  const draw = ({ recipe, field, path }: Entry) => (
    <FormField
      key={path}
      field={field}
      value={values[recipe]?.[field.name] ?? ''}
      error={errors[path]}
      onChange={(value) => onChange({ ...values, [recipe]: { ...values[recipe], [field.name]: value } })}
    />
  );

  return (
    <>
      {open.length > 0 && <div className={css.grid2}>{open.map(draw)}</div>}
      {advanced.length > 0 && (
        <details className={text.fold} open={advanced.some(({ path }) => errors[path]) || undefined}>
          <summary>{advanced.map(({ field }) => label(field.label)).join(', ')}</summary>
          <div className={text.stack}>{advanced.map(draw)}</div>
        </details>
      )}
    </>
  );
}

function entriesOf(recipes: readonly CreateFields[]): readonly Entry[] {
  return recipes.flatMap(({ recipe, fields }) =>
    fields.map((field) => ({ recipe, field, path: `recipes.${recipe}.${field.name}` })),
  );
}
