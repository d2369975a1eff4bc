import type { ReactiveControllerHost } from 'lit';
import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/writing/en.ts';
import type { Locale } from '#shared/vocabulary.ts';

/** Says what stands beside a request in the making. */
export type SayWriting = Translate<keyof typeof en>;

async function catalogOf(locale: Locale): Promise<typeof en> {
  if (locale === 'ru') return (await import('#shared/i18n/writing/ru.ts')).ru as typeof en;
  if (locale === 'uz') return (await import('#shared/i18n/writing/uz.ts')).uz as typeof en;
  return (await import('#shared/i18n/writing/en.ts')).en;
}

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
      loaded = { locale: wanted, say: translator(wanted, await catalogOf(wanted)) };
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
