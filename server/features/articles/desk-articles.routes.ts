import { createRoute, z } from '@hono/zod-openapi';
import { languages } from '#shared/vocabulary.ts';
import {
  articleAct,
  articleDraft,
  articleHits,
  articleList,
  articlePreview,
  articlePreviewBody,
  articleStates,
  deskArticle,
  usedArticles,
} from '#shared/wire/articles.ts';
import type { Deps } from '#server/deps.ts';
import { createArticle } from '#server/features/articles/create-article.ts';
import { editArticle } from '#server/features/articles/edit-article.ts';
import { listArticles } from '#server/features/articles/list-articles.ts';
import { listUsedArticles } from '#server/features/articles/list-used-articles.ts';
import { parseArticle } from '#server/features/articles/parse-article.ts';
import { publishArticle } from '#server/features/articles/publish-article.ts';
import { readDeskArticle } from '#server/features/articles/read-desk-article.ts';
import { readableByAgents } from '#server/features/articles/readable.ts';
import { searchArticles } from '#server/features/articles/search-articles.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import {
  agentsOnly,
  deskOf,
  deskProblems,
  makingProblems,
  placeAtDesk,
} from '#server/http/desk-route.ts';
import { expectedVersion, ifMatch, tagOf } from '#server/http/if-match.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const shownIn = z.object({ locale: z.enum(languages).default('ru') });
const content = json(articleDraft);

const listRoute = createRoute({
  method: 'get',
  path: '/articles',
  summary: 'Articles of the documentation, drafts and archived ones included',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: shownIn.extend({
      state: z.enum(articleStates).optional(),
      ...pageQuery(200, 50).shape,
    }),
  },
  responses: {
    200: { description: 'A page, the newest first', content: json(articleList) },
    ...problems(...deskProblems),
  },
});

const searchRoute = createRoute({
  method: 'get',
  path: '/articles/search',
  summary: 'Published articles that answer a question',
  security: agentsOnly,
  request: { params: deskOf, query: shownIn.extend({ q: z.string().trim().min(1).max(500) }) },
  responses: {
    200: { description: 'The best first, at most twenty', content: json(articleHits) },
    ...problems(...deskProblems),
  },
});

const createdRoute = createRoute({
  method: 'post',
  path: '/articles',
  summary: 'Write an article; it is a draft until it is published',
  security: agentsOnly,
  request: { headers: idempotencyHeader, params: deskOf, body: { content, required: true } },
  responses: {
    201: { description: 'Stored', content: json(z.object({ id: z.string() })) },
    ...problems(
      ...makingProblems,
      'article.slug_taken',
      'article.slug_reserved',
      'article.too_nested',
      'field.secret_in_text',
    ),
  },
});

const previewRoute = createRoute({
  method: 'post',
  path: '/articles/preview',
  summary: 'How readers will see what somebody is writing; nothing is stored',
  security: agentsOnly,
  request: { params: deskOf, body: { content: json(articlePreviewBody), required: true } },
  responses: {
    200: { description: 'As a tree', content: json(articlePreview) },
    ...problems(...deskProblems),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/articles/{id}',
  summary: 'One article with its words and versions',
  security: agentsOnly,
  request: {
    params: placeAtDesk,
    query: z.object({ version: z.coerce.number().int().positive().max(2_147_483_647).optional() }),
  },
  responses: {
    200: { description: 'Its newest version, or the one asked for', content: json(deskArticle) },
    ...problems(...deskProblems, 'article.not_found'),
  },
});

const editRoute = createRoute({
  method: 'put',
  path: '/articles/{id}',
  summary: 'Write a further version; readers get it when it is published',
  security: agentsOnly,
  request: { headers: ifMatch, params: placeAtDesk, body: { content, required: true } },
  responses: {
    200: { description: 'As it is now', content: json(deskArticle) },
    ...problems(
      ...deskProblems,
      'article.not_found',
      'article.changed',
      'article.slug_taken',
      'article.slug_reserved',
      'article.too_nested',
      'field.secret_in_text',
    ),
  },
});

const actRoute = createRoute({
  method: 'post',
  path: '/articles/{id}/acts',
  summary: 'Give readers the newest version, or none; again is harmless',
  security: agentsOnly,
  request: {
    headers: ifMatch,
    params: placeAtDesk,
    body: { content: json(articleAct), required: true },
  },
  responses: {
    200: { description: 'As it is now', content: json(deskArticle) },
    ...problems(...deskProblems, 'article.not_found', 'article.changed'),
  },
});

const usedRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/articles',
  summary: 'Articles that its requester met before they wrote, and those that answered',
  security: agentsOnly,
  request: { params: placeAtDesk, query: shownIn },
  responses: {
    200: { description: 'With what became of each', content: json(usedArticles) },
    ...problems(...deskProblems, 'ticket.not_found'),
  },
});

/** Articles of the documentation, below `/v1/desk/vendors/:vendor`. */
export function deskArticleRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { state, after, limit, locale } = c.req.valid('query');
      const asked = { state, after, limit, locale };
      return c.json(await listArticles(deps.db, c.req.valid('param').vendor, asked), 200);
    })
    .openapi(searchRoute, async (c) => {
      const { q: question, locale } = c.req.valid('query');
      const asked = { question, locale, readable: readableByAgents, limit: 20 };
      return c.json(
        { articles: await searchArticles(deps, c.req.valid('param').vendor, asked) },
        200,
      );
    })
    .openapi(createdRoute, async (c) => {
      const key = c.req.valid('header')['idempotency-key'];
      const { vendor } = c.req.valid('param');
      const made = await createArticle(deps, vendor, c.var.agent, c.req.valid('json'), key);
      return made.ok ? c.json({ id: made.value }, 201) : replyProblem(made.failure);
    })
    .openapi(previewRoute, (c) => c.json({ blocks: parseArticle(c.req.valid('json').body) }, 200))
    .openapi(readRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      const read = await readDeskArticle(deps, vendor, id, c.req.valid('query').version);
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    })
    .openapi(editRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const seen = expectedVersion(c.req.valid('header'));
      const draft = c.req.valid('json');
      const edited = await editArticle(deps, { tenantId, id }, c.var.agent, draft, seen);
      const read = edited.ok ? await readDeskArticle(deps, tenantId, id) : edited;
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    })
    .openapi(usedRoute, async (c) => {
      const { vendor: tenantId, id: ticketId } = c.req.valid('param');
      const { locale } = c.req.valid('query');
      return c.json(await listUsedArticles(deps, { tenantId, ticketId }, locale), 200);
    })
    .openapi(actRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const { act } = c.req.valid('json');
      const seen = expectedVersion(c.req.valid('header'));
      const done = await publishArticle(deps, { tenantId, id }, act, c.var.agent, seen);
      const read = done.ok ? await readDeskArticle(deps, tenantId, id) : done;
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    });
}
