import type { Locale } from '#shared/vocabulary.ts';

/** Modules of one catalog by language, each with its catalog under the language's name. */
type Modules = { readonly [Name in Locale]: () => Promise<Readonly<Record<Name, object>>> };

/**
 * Fetches a catalog in one language: a chunk of its own, and the others are never loaded.
 *
 * @throws without a connection
 */
export const inLocale =
  <Catalog>(modules: Modules) =>
  async (locale: Locale): Promise<Catalog> => {
    const loaded: Partial<Record<Locale, object>> = await modules[locale]();
    return loaded[locale] as Catalog;
  };
