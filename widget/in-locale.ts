import type { Locale } from '#shared/vocabulary.ts';

/** Modules of one catalog by language, each with its catalog under the language's name. */
type Modules = { readonly [Name in Locale]: () => Promise<Readonly<Record<Name, object>>> };

/**
 * Fetches a catalog in one language, once however often it is asked for: a chunk of its own, and the others are
 * never loaded.
 *
 * @throws without a connection; asked again, it tries again
 */
export function inLocale<Catalog>(modules: Modules): (locale: Locale) => Promise<Catalog> {
  const asked: Partial<Record<Locale, Promise<Catalog>>> = {};
  return (locale) =>
    (asked[locale] ??= modules[locale]().then(
      (loaded: Partial<Record<Locale, object>>) => loaded[locale] as Catalog,
      (fault) => {
        delete asked[locale];
        throw fault;
      },
    ));
}
