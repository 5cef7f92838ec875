import type { en } from '@/messages/en';

/** One text, or one for each plural category of the language; `{name}` is a placeholder. */
export type Message = string | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** All words of one language. */
export type Catalog<Key extends string> = {
  readonly locale: string;
  readonly messages: Readonly<Record<Key, Message>>;
  /** By action of the audit trail: sentences that tell of an event, of which the first that fits is taken. */
  readonly sentences: Readonly<Record<string, readonly Message[]>>;
};

/** English has every key; the compiler asks the other languages for the same ones. */
export type MessageKey = keyof Messages;

/** Those with plural forms. */
export type CountedKey = { [Key in MessageKey]: Messages[Key] extends string ? never : Key }[MessageKey];

type Messages = (typeof en)['messages'];
