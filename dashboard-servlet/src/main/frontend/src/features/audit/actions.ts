import type { Option } from '@/lib/api-types';
import { actionLabel } from '@/lib/audit-sentence';
import { keysWith, label, t } from '@/lib/i18n';
import type { OperatorSession } from '@/lib/session';

const PREFIX = 'action.';

type Texts = OperatorSession['auditTexts'];

/** The actions that there are words for, ours and the recipes', those of one component together behind all of it. */
export function actionOptions(texts: Texts): readonly Option[] {
  const own = keysWith(PREFIX)
    .map((key) => key.slice(PREFIX.length))
    .map((action) => ({ id: action.includes('.') ? action : `${action}.`, label: actionLabel(action, texts) }));
  return [...own, ...texts.map(({ action }) => ({ id: action, label: actionName(action, texts) }))];
}

/** What to call an action, or all of a component: "Roles: all". */
export function actionName(action: string, texts: Texts): string {
  if (!action.endsWith('.')) return actionLabel(action, texts);
  const recipe = texts.find((text) => text.action === action);
  return recipe ? t('audit.action.all', { component: label(recipe.label) }) : actionLabel(action.slice(0, -1), texts);
}
