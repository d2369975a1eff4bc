import type { ReactiveControllerHost } from 'lit';
import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { en as recorded } from '#shared/i18n/recorded/en.ts';
import type { en as writing } from '#shared/i18n/writing/en.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { inLocale } from '#widget/in-locale.ts';

type Catalog = typeof writing & typeof recorded;

/** Says what stands beside a request in the making. */
export type SayWriting = Translate<keyof Catalog>;

const catalogOf = inLocale<object>({
  ru: () => import('#shared/i18n/writing/ru.ts'),
  uz: () => import('#shared/i18n/writing/uz.ts'),
  'uz-Cyrl': () => import('#shared/i18n/writing/uz-cyrl.ts'),
  en: () => import('#shared/i18n/writing/en.ts'),
});

const recordedCatalogOf = inLocale<object>({
  ru: () => import('#shared/i18n/recorded/ru.ts'),
  uz: () => import('#shared/i18n/recorded/uz.ts'),
  'uz-Cyrl': () => import('#shared/i18n/recorded/uz-cyrl.ts'),
  en: () => import('#shared/i18n/recorded/en.ts'),
});

/** These words for an element, in its language; fetched again with its next news where they did not come. */
export function writingWords(
  host: ReactiveControllerHost,
  locale: () => Locale,
): { readonly say: SayWriting | undefined } {
  let loaded: { readonly locale: Locale; readonly say: SayWriting } | undefined;
  let coming = false;

  async function load(wanted: Locale) {
    coming = true;
    try {
      const [own, recorded] = await Promise.all([catalogOf(wanted), recordedCatalogOf(wanted)]);
      loaded = { locale: wanted, say: translator(wanted, { ...own, ...recorded } as Catalog) };
      host.requestUpdate();
    } catch {
      // without a connection nothing is suggested; what was written is safe
    }
    coming = false;
  }

  host.addController({
    hostUpdate() {
      if (!coming && loaded?.locale !== locale()) void load(locale());
    },
  });
  return {
    get say() {
      return loaded?.say;
    },
  };
}
