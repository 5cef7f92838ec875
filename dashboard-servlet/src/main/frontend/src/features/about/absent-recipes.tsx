import { Code } from '@/components/code';
import { Panel, PanelBody } from '@/components/panel';
import type { About } from '@/lib/api-types';
import { t } from '@/lib/i18n';
import css from './about.module.css';

type AbsentRecipe = About['absentRecipes'][number];

type AbsentRecipesProps = { readonly recipes: readonly AbsentRecipe[]; readonly version: string };

/** What doesn't run, and the lines that add it. */
export function AbsentRecipes({ recipes, version }: AbsentRecipesProps) {
  return (
    <Panel id="absent" title={t('about.absent')} foot={t('about.absent.starter')}>
      <PanelBody>
        <ul className={css.absent}>
          {recipes.map((recipe) => (
            <li key={recipe.type}>
              <h3>{recipe.id ?? recipe.type}</h3>
              {recipe.hasTables && <p>{t('about.absent.tables')}</p>}
              <p>{t(recipe.artifact ? 'about.absent.missing' : 'about.absent.offered')}</p>
              {recipe.artifact && <Code>{dependency(recipe.artifact, version)}</Code>}
              <Code>{`Userdeck.builder()${recipe.call}`}</Code>
            </li>
          ))}
        </ul>
      </PanelBody>
    </Panel>
  );
}

function dependency(artifact: string, version: string): string {
  const [group, name] = artifact.split(':');
  return `<dependency>
    <groupId>${group}</groupId>
    <artifactId>${name}</artifactId>
    <version>${version}</version>
</dependency>`;
}
