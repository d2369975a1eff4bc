import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { en as payment } from '#shared/i18n/portal-payment/en.ts';
import type { en } from '#shared/i18n/portal-standing/en.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { inLocale } from '#widget/in-locale.ts';

/** Says how a portal stands with its app. */
export type SayStanding = Translate<keyof typeof en | keyof typeof payment>;

const standing = inLocale<typeof en>({
  ru: () => import('#shared/i18n/portal-standing/ru.ts') as never,
  uz: () => import('#shared/i18n/portal-standing/uz.ts') as never,
  'uz-Cyrl': () => import('#shared/i18n/portal-standing/uz-cyrl.ts') as never,
  en: () => import('#shared/i18n/portal-standing/en.ts'),
});
const paid = inLocale<typeof payment>({
  ru: () => import('#shared/i18n/portal-payment/ru.ts') as never,
  uz: () => import('#shared/i18n/portal-payment/uz.ts') as never,
  'uz-Cyrl': () => import('#shared/i18n/portal-payment/uz-cyrl.ts') as never,
  en: () => import('#shared/i18n/portal-payment/en.ts'),
});

/** Fetches the words in one language. @throws without a connection */
export async function loadStandingWords(locale: Locale): Promise<SayStanding> {
  const [one, other] = await Promise.all([standing(locale), paid(locale)]);
  return translator(locale, { ...one, ...other });
}
