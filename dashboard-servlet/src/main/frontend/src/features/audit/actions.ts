import { actionLabel } from '@/components/audit-event';
import { en } from '@/messages/en';

type ActionOption = { readonly id: string; readonly label: string };

const PREFIX = 'action.';

/** The actions that we have words for, those of one component together; and the one that was asked for by a link. */
export function actionsOf(asked: string | undefined): readonly ActionOption[] {
  const options = Object.keys(en.messages)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))
    .map((action) => ({ id: action.includes('.') ? action : `${action}.`, label: actionLabel(action) }));
  return !asked || options.some(({ id }) => id === asked)
    ? options
    : [...options, { id: asked, label: asked.endsWith('.') ? asked : actionLabel(asked) }];
}
