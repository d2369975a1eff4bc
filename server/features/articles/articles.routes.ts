import { createRoute, z } from '@hono/zod-openapi';
import { type Locale, locales } from '#shared/vocabulary.ts';
import {
  articleHits,
  articleWord,
  articleView,
  articleVisibilities,
  suggestedArticles,
} from '#shared/wire/articles.ts';
import type { Deps } from '#server/deps.ts';
import { countHelped } from '#server/features/articles/count-helped.ts';
import { wasGiven } from '#server/features/articles/given-articles.ts';
import { readArticle } from '#server/features/articles/read-article.ts';
import { readableBy } from '#server/features/articles/readable.ts';
import { searchArticles } from '#server/features/articles/search-articles.ts';
import { suggestArticles } from '#server/features/articles/suggest-articles.ts';
import type { RequesterEnv } from '#server/http/app-env.ts';
import { edgeProblems, json, problems, router, widgetKey } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const shownIn = z.object({ locale: z.enum(locales).default('ru') });
const asked = shownIn.extend({ q: z.string().trim().min(1).max(500) });
const hits = { description: 'The best first', content: json(articleHits) };
const refusals = problems(
  'origin.not_allowed',
  'widget.unknown',
  'identity.rejected',
  'request.invalid',
);

const searchRoute = createRoute({
  method: 'get',
  path: '/articles',
  summary: 'Articles that answer a question; at most twenty',
  request: { headers: widgetKey, query: asked },
  responses: { 200: hits, ...refusals },
});

const suggestRoute = createRoute({
  method: 'get',
  path: '/articles/suggest',
  summary: 'The few best articles for what somebody types',
  request: { headers: widgetKey, query: asked },
  responses: {
    200: { description: 'The best first; none by chance', content: json(suggestedArticles) },
    ...refusals,
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/articles/{slug}',
  summary: 'One published article as a tree',
  request: {
    headers: widgetKey,
    params: z.object({ slug: z.string().max(80) }),
    query: shownIn,
  },
  responses: {
    200: {
      description: 'In the language asked for, or one that there is',
      content: json(articleView),
    },
    ...problems(...edgeProblems, 'request.invalid', 'article.not_found'),
  },
});

const helpedRoute = createRoute({
  method: 'post',
  path: '/articles/{slug}/uses',
  summary: 'Say that an article helped, without a request; counted at most once in ten seconds',
  request: {
    headers: widgetKey,
    params: z.object({ slug: z.string().max(80) }),
    body: { content: json(articleWord), required: true },
  },
  responses: {
    204: { description: 'It is counted, or somebody was counted just now' },
    ...problems(...edgeProblems, 'request.invalid', 'article.not_found'),
  },
});

const found = 20;

/** Articles for readers: those that are public for everybody, the others for whom they are. */
export function articleRoutes(deps: Deps) {
  const question = async (
    { tenantId, identity }: RequesterEnv['Variables'],
    { q, locale }: z.infer<typeof asked>,
  ) => ({ question: q, locale, readable: await readableBy(deps, tenantId, identity) });
  const read = async (
    { tenantId, identity }: RequesterEnv['Variables'],
    slug: string,
    locale: Locale,
  ) => {
    const given =
      identity.kind !== 'nobody' &&
      (await wasGiven(deps.db, { tenantId, slug, requesterId: identity.requesterId }));
    const readable = given ? articleVisibilities : await readableBy(deps, tenantId, identity);
    return readArticle(deps, tenantId, slug, { locale, readable });
  };
  return router<RequesterEnv>()
    .openapi(searchRoute, async (c) => {
      const wanted = { ...(await question(c.var, c.req.valid('query'))), limit: found };
      return c.json({ articles: await searchArticles(deps, c.var.tenantId, wanted) }, 200);
    })
    .openapi(suggestRoute, async (c) => {
      const wanted = await question(c.var, c.req.valid('query'));
      return c.json({ articles: await suggestArticles(deps, c.var.tenantId, wanted) }, 200);
    })
    .openapi(readRoute, async (c) => {
      const { locale } = c.req.valid('query');
      const article = await read(c.var, c.req.valid('param').slug, locale);
      return article.ok ? c.json(article.value, 200) : replyProblem(article.failure);
    })
    .openapi(helpedRoute, async (c) => {
      const article = await read(c.var, c.req.valid('param').slug, 'ru');
      if (!article.ok) return replyProblem(article.failure);
      await countHelped(deps, c.var.tenantId, article.value.id);
      return c.body(null, 204);
    });
}
