import { Hono, type Context } from 'hono';
import { etag } from 'hono/etag';
import type { Deps } from '#server/deps.ts';
import { indexPage } from '#server/features/policy-page/index-page.ts';
import type { NewsOf } from '#server/features/policy-page/news-notices.ts';
import { pageHeaders, readerHas } from '#server/features/policy-page/page-headers.ts';
import { localeOf } from '#server/features/policy-page/page-locale.ts';
import { policyPage } from '#server/features/policy-page/page.ts';
import { pageWords } from '#server/features/policy-page/page-words.ts';
import { readStylesheet } from '#server/features/policy-page/stylesheet.ts';
import type { EditionStanding } from '#server/features/policies/policy-registry.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

const minuteMs = 60_000;

/** The public page of every vendor's regulation: for anybody, without cookies and without scripts. */
export function policyPageRoutes(
  { policies, now, publicUrl }: Pick<Deps, 'policies' | 'now' | 'publicUrl'>,
  newsOf: NewsOf = async () => [],
): Hono {
  const app = new Hono();
  app.use('/policy', etag());
  app.use('/policy/*', etag());
  app.get('/policy/policy.css', async (c) =>
    c.body(await readStylesheet(), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, no-cache',
    }),
  );
  // whole minutes: what nobody sees change keeps its tag
  const minute = () => Math.floor(now() / minuteMs) * minuteMs;
  const show = async (c: Context, vendor: string, chosen: (one: EditionStanding) => boolean) => {
    const at = minute();
    const standings = policies.standings(vendor, at);
    const shown = standings.find(chosen);
    if (!shown) return problemResponse({ code: 'request.not_found' });
    const locale = localeOf(c, shown.policy.pack);
    pageHeaders(c, locale, at);
    if (readerHas(c, at)) return c.body(null, 304);
    const address = `${publicUrl}/policy/${vendor}`;
    const news = shown.inForce ? await newsOf(vendor, locale, at) : [];
    return c.html(policyPage(pageWords(locale), { shown, standings, now: at, news, address }));
  };
  app.get('/policy', (c) => {
    const at = minute();
    const locale = localeOf(c, { languages: ['ru', 'uz', 'en'] });
    const inForce = policies.vendors.flatMap((vendor) => policies.inForce(vendor, at) ?? []);
    pageHeaders(c, locale, at);
    const facts = { policies: inForce, now: at, address: `${publicUrl}/policy` };
    return c.html(indexPage(pageWords(locale), facts));
  });
  app.get('/policy/:vendor', (c) => show(c, c.req.param('vendor'), ({ inForce }) => inForce));
  app.get('/policy/:vendor/:edition', (c) => {
    const { vendor, edition } = c.req.param();
    return show(c, vendor, ({ policy }) => policy.pack.edition === edition);
  });
  return app;
}
