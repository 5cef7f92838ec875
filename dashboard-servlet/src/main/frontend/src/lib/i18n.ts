import type { VNode } from 'preact';
import type { Text } from '@/lib/api-types';
import { loadCatalog } from '@/messages/catalogs';
import type { CountedKey, Message, MessageKey } from '@/messages/message';

export type Values = Readonly<Record<string, string | number | undefined>>;

/** What has plural forms isn't said without a number. */
type ValuesOf<Key extends MessageKey> = Key extends CountedKey
  ? [values: Values & { readonly count: number }]
  : [values?: Values];

/** Nothing that says something is evaluated before its words are there. */
const catalog = await loadCatalog();
let messages = catalog.messages;
let pages: Promise<void> | undefined;

/** Adds the words of the pages that are loaded when they are opened, and wait for them. Asked for again if they didn't come. */
export function loadPageWords(): Promise<void> {
  pages ??= catalog.loadPages().then(
    (words) => {
      messages = { ...messages, ...words };
    },
    (error: unknown) => {
      pages = undefined;
      throw error;
    },
  );
  return pages;
}

/** The locale of the words; dates, numbers and the order of names follow it, so that a page speaks one language. */
export const locale = catalog.locale;

const plurals = new Intl.PluralRules(locale);
/** Of the words that come with a label: they are English until there is a translation. */
const english = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat(locale);

/** The form of `message` for `values.count`, with its placeholders filled. */
export function render(message: Message, values: Values = {}): string {
  return fill(form(message, values.count), values);
}

/** The words for `key`. A message with plural forms takes the one for `count`. */
export function t<Key extends MessageKey>(key: Key, ...[values]: ValuesOf<Key>): string {
  return render(messageOf(key), values);
}

/** The same with elements in the places of some placeholders. */
export function rich(key: MessageKey, parts: Readonly<Record<string, VNode | string>>): (VNode | string)[] {
  return form(messageOf(key), undefined)
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 1 ? (parts[part] ?? '') : part))
    .filter((part) => part !== '');
}

/** A label from the server: our words if we have some for its key, else the words that came with it. */
export function label(text: Text | undefined, values: Values = {}): string {
  if (!text) return '';
  if (hasMessage(text.key)) return render(messageOf(text.key), values);
  const isOne = text.one !== undefined && typeof values.count === 'number' && english.select(values.count) === 'one';
  return fill(isOne ? text.one : text.text, values);
}

/** The sentences for an action of ours; for one of a recipe, its own, or what they are translated to. */
export function sentencesOf(action: string, texts: readonly Text[]): readonly Message[] {
  if (Object.hasOwn(catalog.sentences, action)) return catalog.sentences[action] ?? [];
  return texts.map(({ key, text, one }) => {
    if (hasMessage(key)) return messageOf(key);
    return one ? { one, other: text } : text;
  });
}

/** Our words for a key that is put together at run time, else `fallback`. */
export function named(key: string, fallback: string, values?: Values): string {
  return hasMessage(key) ? render(messageOf(key), values) : fallback;
}

/** The keys that begin with `prefix`. */
export const keysWith = (prefix: string) => Object.keys(messages).filter((key) => key.startsWith(prefix));

function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(messages, key);
}

const messageOf = (key: MessageKey): Message => messages[key] ?? key;

function form(message: Message, count: string | number | undefined): string {
  if (typeof message === 'string') return message;
  return (typeof count === 'number' && message[plurals.select(count)]) || message.other;
}

function fill(template: string, values: Values): string {
  return template.replace(/\{([\w.-]+)\}(\.?)/g, (placeholder, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    if (typeof value === 'number') return numbers.format(value) + stop;
    return isolated(value) + (value.endsWith('.') ? '' : stop); // the stop of "Acme Inc." ends the sentence, too
  });
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A value that runs from right to left turns nothing around it. */
function isolated(value: string): string {
  return RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
}
