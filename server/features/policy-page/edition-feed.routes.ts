import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Deps } from '#server/deps.ts';
import { type EditionFeed, editionFeed } from '#server/features/policy-page/edition-feed.ts';
import { atomFeed, jsonFeed } from '#server/features/policy-page/feed-formats.ts';
import { readerHas } from '#server/features/policy-page/page-headers.ts';
import { localeOf } from '#server/features/policy-page/page-locale.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

/** Editions of a regulation for feed readers: `/policy/<vendor>/feed.atom` and `feed.json`. */
export function editionFeedRoutes({
  policies,
  now,
  publicUrl,
}: Pick<Deps, 'policies' | 'now' | 'publicUrl'>): Hono {
  const app = new Hono();
  const reply = (
    c: Context,
    vendor: string,
    contentType: string,
    format: (feed: EditionFeed, self: string) => string,
  ) => {
    const at = now();
    const standings = policies.standings(vendor, at);
    const [newest] = standings;
    if (!newest) return problemResponse({ code: 'request.not_found' });
    const locale = localeOf(c, newest.policy.pack);
    const feed = editionFeed(standings, locale, `${publicUrl}/policy/${vendor}`);
    c.header('content-language', locale);
    c.header('cache-control', 'public, max-age=600');
    c.header('vary', 'accept-language');
    const updatedAt = Math.max(...feed.entries.map(({ updated }) => Date.parse(updated)));
    // a text of a day to come was not modified then
    if (updatedAt <= at) {
      c.header('last-modified', new Date(updatedAt).toUTCString());
      if (readerHas(c, updatedAt)) return c.body(null, 304);
    }
    const self = `${publicUrl}${c.req.path}?lang=${locale}`;
    return c.body(format(feed, self), 200, { 'content-type': `${contentType}; charset=utf-8` });
  };
  app.get('/policy/:vendor/feed.atom', etag(), (c) =>
    reply(c, c.req.param('vendor'), 'application/atom+xml', atomFeed),
  );
  app.get('/policy/:vendor/feed.json', etag(), (c) =>
    reply(c, c.req.param('vendor'), 'application/feed+json', (feed, self) =>
      JSON.stringify(jsonFeed(feed, self)),
    ),
  );
  return app;
}
