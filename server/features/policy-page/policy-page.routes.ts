import { Hono, type Context } from 'hono';
import { accepts } from 'hono/accepts';
import { etag } from 'hono/etag';
import { type Locale, locales } from '#shared/vocabulary.ts';
import type { Deps } from '#server/deps.ts';
import { policyPage } from '#server/features/policy-page/page.ts';
import { pageWords } from '#server/features/policy-page/page-words.ts';
import { readStylesheet } from '#server/features/policy-page/stylesheet.ts';
import { problemResponse } from '#server/http/problem-reply.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

const minuteMs = 60_000;

/** Stricter than our other pages: nothing runs, nothing is framed, sent or loaded but one stylesheet. */
const securityPolicy =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'";

/** The public page of every vendor's regulation: for anybody, without cookies and without scripts. */
export function policyPageRoutes({
  policies,
  now,
  publicUrl,
}: Pick<Deps, 'policies' | 'now' | 'publicUrl'>): Hono {
  const app = new Hono();
  app.use('/policy/*', etag());
  app.get('/policy/policy.css', async (c) =>
    c.body(await readStylesheet(), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, no-cache',
    }),
  );
  app.get('/policy/:vendor', (c) => {
    // whole minutes: what nobody sees change keeps its tag
    const at = Math.floor(now() / minuteMs) * minuteMs;
    const vendor = c.req.param('vendor');
    const policy = policies.inForce(vendor, at);
    if (!policy) return problemResponse({ code: 'request.not_found' });
    const locale = localeOf(c, policy.pack);
    c.header('content-security-policy', securityPolicy);
    c.header('content-language', locale);
    c.header('cache-control', 'public, max-age=60');
    c.header('vary', 'accept-language');
    return c.html(
      policyPage(pageWords(locale), {
        policy,
        editions: policies.editions(vendor),
        now: at,
        address: `${publicUrl}/policy/${vendor}`,
      }),
    );
  });
  return app;
}

const isLocale = (text: string | undefined): text is Locale =>
  locales.some((locale) => locale === text);

/** The language asked for, else the reader's, else the first one of the regulation. */
function localeOf(c: Context, { languages }: PolicyPack): Locale {
  const asked = c.req.query('lang');
  if (isLocale(asked)) return asked;
  const preferred = accepts(c, {
    header: 'Accept-Language',
    supports: [...languages],
    default: languages[0] ?? 'ru',
    match: firstLanguage,
  });
  return isLocale(preferred) ? preferred : 'ru';
}

/** `uz-Latn-UZ` asks for `uz` as well. */
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
    .map(({ type }) => type.split('-')[0]?.toLowerCase() ?? '');
  return known.find((language) => supports.includes(language)) ?? fallback;
}
