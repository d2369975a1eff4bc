import { Hono, type Context } from 'hono';
import { etag } from 'hono/etag';
import type { Deps } from '#server/deps.ts';
import { localeOf } from '#server/features/policy-page/page-locale.ts';
import { policyPage } from '#server/features/policy-page/page.ts';
import { pageWords } from '#server/features/policy-page/page-words.ts';
import { readStylesheet } from '#server/features/policy-page/stylesheet.ts';
import { problemResponse } from '#server/http/problem-reply.ts';
import type { Policy } from '#server/policy/packs.ts';

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
  const show = (c: Context, vendor: string, policy: Policy | undefined) => {
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
        now: minute(),
        address: `${publicUrl}/policy/${vendor}`,
      }),
    );
  };
  // whole minutes: what nobody sees change keeps its tag
  const minute = () => Math.floor(now() / minuteMs) * minuteMs;
  app.get('/policy/:vendor', (c) => {
    const vendor = c.req.param('vendor');
    return show(c, vendor, policies.inForce(vendor, minute()));
  });
  app.get('/policy/:vendor/:edition', (c) => {
    const { vendor, edition } = c.req.param();
    return show(c, vendor, policies.edition(vendor, edition));
  });
  return app;
}
