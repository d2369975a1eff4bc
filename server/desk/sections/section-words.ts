import { translator, type CatalogOf, type Message, type Translate } from '#shared/i18n/catalog.ts';
import type { Language } from '#shared/vocabulary.ts';

/** The sentences of one section, bound to a language; the same function until the language changes. */
export function sectionWords<Source extends Readonly<Record<string, Message>>>(catalogs: {
  readonly [Each in Language]: CatalogOf<Source>;
}): (locale: Language) => Translate<keyof Source & string> {
  const bound = new Map<Language, Translate<keyof Source & string>>();
  return (locale) => {
    const known = bound.get(locale);
    if (known) return known;
    const say = translator<CatalogOf<Source>>(locale, catalogs[locale]) as Translate<
      keyof Source & string
    >;
    bound.set(locale, say);
    return say;
  };
}
