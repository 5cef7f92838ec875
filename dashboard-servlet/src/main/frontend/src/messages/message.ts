import type { en } from '@/messages/en';
import type { enPages } from '@/messages/en-pages';

/** One text, or one for each plural category of the language; `{name}` is a placeholder. */
export type Message = string | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** The words of one language that are there from the first paint on. */
export type Catalog<Key extends string> = {
  readonly locale: string;
  readonly messages: Readonly<Record<Key, Message>>;
  /** By action of the audit trail: sentences that tell of an event, of which the first that fits is taken. */
  readonly sentences: Readonly<Record<string, readonly Message[]>>;
};

/** English has every key; the compiler asks the other languages for the same ones. */
export type MessageKey = FirstKey | PageKey;

/** Those of the first paint. */
export type FirstKey = keyof First;

/** Those of the pages that are loaded when they are opened. */
export type PageKey = keyof Pages;

/** Those with plural forms. */
export type CountedKey = CountedOf<First> | CountedOf<Pages>;

type CountedOf<Messages> = { [Key in keyof Messages]: Messages[Key] extends string ? never : Key }[keyof Messages];
type First = (typeof en)['messages'];
type Pages = typeof enPages;
