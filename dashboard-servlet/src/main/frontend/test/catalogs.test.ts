import { describe, expect, it } from 'vitest';
import { de } from '@/messages/de';
import { dePages } from '@/messages/de-pages';
import { en } from '@/messages/en';
import { enPages } from '@/messages/en-pages';
import type { Catalog, Message, MessageKey } from '@/messages/message';

const ours: Catalog<MessageKey> = { ...en, messages: { ...en.messages, ...enPages } };
const others: readonly Catalog<MessageKey>[] = [{ ...de, messages: { ...de.messages, ...dePages } }];

/** Names, formats and what is spelt alike in each language. */
const ALIKE =
  /^(Apple|In|Dashboard|Details|Facebook|Filter|GitHub|Google|Information|JSON|Microsoft|KiB|MiB|Name|Operator|Optional|Status|Support|System|Trace|Userdeck|in|optional)$/;

const forms = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : Object.values<string>(message);

/** What is filled in, each once: a language may say it twice. */
const placeholders = (message: Message) =>
  [...new Set(forms(message).flatMap((form) => form.match(/\{[\w.-]+\}/g) ?? []))].sort();

const text = (message: Message) =>
  forms(message)
    .join(' ')
    .replace(/\{[\w.-]+\}/g, '');

describe.each(others)('$locale', (other) => {
  const keys = Object.keys(ours.messages) as MessageKey[];

  it('has the keys of English and no others', () => {
    expect(Object.keys(other.messages).sort()).toEqual([...keys].sort());
    expect(Object.keys(other.sentences).sort()).toEqual(Object.keys(ours.sentences).sort());
  });

  it('fills in what English does', () => {
    const wrong = keys.filter(
      (key) => `${placeholders(ours.messages[key])}` !== `${placeholders(other.messages[key])}`,
    );

    expect(wrong).toEqual([]);
  });

  it('has a form for each plural category, where English has several', () => {
    const categories = new Intl.PluralRules(other.locale).resolvedOptions().pluralCategories;
    const wrong = keys.filter((key) => {
      const message = other.messages[key];
      return typeof ours.messages[key] === 'string'
        ? typeof message !== 'string'
        : typeof message === 'string' || categories.some((category) => message[category] === undefined);
    });

    expect(wrong).toEqual([]);
  });

  it('tells each event in as many sentences, with the same values', () => {
    const shape = (catalog: Catalog<MessageKey>) =>
      Object.fromEntries(
        Object.entries(catalog.sentences).map(([action, sentences]) => [
          action,
          sentences.map((sentence) => [typeof sentence, ...placeholders(sentence)]),
        ]),
      );

    expect(shape(other)).toEqual(shape(ours));
  });

  it('is no English that was left over', () => {
    const same = keys.filter((key) => {
      const words = text(other.messages[key]).match(/\p{L}{2,}/gu) ?? [];
      return text(ours.messages[key]) === text(other.messages[key]) && !words.every((word) => ALIKE.test(word));
    });

    expect(same).toEqual([]);
  });

  it('sets its own quotation marks and no typewriter’s', () => {
    const words = [...Object.values<Message>(other.messages), ...Object.values(other.sentences).flat()];

    expect(words.flatMap(forms).filter((form) => /["'“](?!$|[\s.,:?{)]|\p{P})|(?<!„[^“]*)“/u.test(form))).toEqual([]);
  });
});
