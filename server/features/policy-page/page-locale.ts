import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { type Locale, locales } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

const isLocale = (text: string | undefined): text is Locale =>
  locales.some((locale) => locale === text);

/** The language asked for by `?lang=`, else the reader's, else the first one of the regulation. */
export function localeOf(c: Context, { languages }: Pick<PolicyPack, 'languages'>): Locale {
  const asked = c.req.query('lang');
  if (isLocale(asked)) return asked;
  const preferred = accepts(c, {
    header: 'Accept-Language',
    supports: languages.flatMap((one) => (one === 'uz' ? [one, 'uz-Cyrl'] : [one])),
    default: languages[0] ?? 'ru',
    match: firstLanguage,
  });
  return isLocale(preferred) ? preferred : 'ru';
}

/** `uz-Latn-UZ` asks for `uz` as well, and `uz-Cyrl` for itself where there is Uzbek. */
function firstLanguage(
  wanted: readonly { readonly type: string; readonly q: number }[],
  {
    supports,
    default: fallback,
  }: { readonly supports: readonly string[]; readonly default: string },
): string {
  const known = wanted
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q)
    .map(({ type }) =>
      /^uz-cyrl/i.test(type) ? 'uz-Cyrl' : (type.split('-')[0] ?? '').toLowerCase(),
    );
  return known.find((locale) => supports.includes(locale)) ?? fallback;
}
