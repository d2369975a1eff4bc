import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { fillMessage, type Message, type Slots } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/editions/en.ts';
import { ru } from '#shared/i18n/editions/ru.ts';
import { uz } from '#shared/i18n/editions/uz.ts';
import type { Locale } from '#shared/vocabulary.ts';

const catalogs: Readonly<Record<Locale, Readonly<Record<string, Message>>>> = withCyrillic({
  ru,
  uz,
  en,
});

/** A sentence of the catalog of editions; undefined where it has none of this key. */
export function findWords(locale: Locale, key: string, slots: Slots = {}): string | undefined {
  const message = catalogs[locale][key];
  return message === undefined ? undefined : fillMessage(locale, message, slots);
}

/** The same of a key that is in the catalog. */
export const say = (locale: Locale, key: keyof typeof en, slots: Slots = {}): string =>
  fillMessage(locale, catalogs[locale][key] ?? key, slots);

/**
 * What the last of these keys is called where it stands: its own name under the key above it, else its
 * name anywhere.
 *
 * @param keys keys from the top of a pack down, without places in lists
 */
export function findLabel(locale: Locale, keys: readonly string[]): string | undefined {
  const [above, last = ''] = [keys.at(-2), keys.at(-1)];
  return (above && findWords(locale, `key.${above}.${last}`)) ?? findWords(locale, `key.${last}`);
}

/** The same; a key without a name is better than none. */
export const labelWords = (locale: Locale, keys: readonly string[]): string =>
  findLabel(locale, keys) ?? keys.at(-1) ?? '';

/** What a name that the format gives to a choice is called; undefined where it is no such name. */
export function choiceWords(
  locale: Locale,
  keys: readonly string[],
  choice: string,
): string | undefined {
  const [above, last = ''] = [keys.at(-2), keys.at(-1)];
  return (
    (above && findWords(locale, `value.${above}.${last}.${choice}`)) ??
    findWords(locale, `value.${last}.${choice}`) ??
    findWords(locale, `value.${choice}`)
  );
}
