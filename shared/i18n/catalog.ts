import type { Locale } from '#shared/vocabulary.ts';

/** A whole sentence with `{slots}`, or one form a plural category chosen by `{count}`. */
export type Message =
  | string
  | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Catalog of another language: the same keys, none missing, none more. */
export type CatalogOf<Source extends Readonly<Record<string, Message>>> = {
  readonly [Key in keyof Source]: Message;
};

/** Values for the `{slots}` of a message. */
export type Slots = Readonly<Record<string, string | number>>;

const pluralRules = new Map<string, Intl.PluralRules>();

function pluralRulesOf(locale: Locale): Intl.PluralRules {
  let rules = pluralRules.get(locale);
  if (!rules) pluralRules.set(locale, (rules = new Intl.PluralRules(locale)));
  return rules;
}

/** Fills the slots of a message; `{count}` chooses the plural form. A slot without a value stays visible. */
export function fillMessage(locale: Locale, message: Message, slots: Slots = {}): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[pluralRulesOf(locale).select(Number(slots['count']))] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => String(slots[name] ?? slot));
}

/** A translate function bound to one language and one catalog. */
export type Translate<Key extends string> = (key: Key, slots?: Slots) => string;

/** Binds a catalog to its language. */
export function translator<Source extends Readonly<Record<string, Message>>>(
  locale: Locale,
  catalog: Source,
): Translate<keyof Source & string> {
  return (key, slots) => fillMessage(locale, catalog[key] as Message, slots);
}
