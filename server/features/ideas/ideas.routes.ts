import { createRoute, z } from '@hono/zod-openapi';
import { languages } from '#shared/vocabulary.ts';
import {
  articleBody,
  articleTaskList,
  ideaList,
  ideaOwnerBody,
  ideaQuery,
  ideaTargetBody,
} from '#shared/wire/ideas.ts';
import type { Deps } from '#server/deps.ts';
import { finishArticleTask } from '#server/features/article-tasks/finish-article-task.ts';
import { listArticleTasks } from '#server/features/article-tasks/list-article-tasks.ts';
import { aimIdea } from '#server/features/ideas/aim-idea.ts';
import { assignIdea } from '#server/features/ideas/assign-idea.ts';
import { listIdeas } from '#server/features/ideas/list-ideas.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems, placeAtDesk } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const done = { description: 'Done' };

const listRoute = createRoute({
  method: 'get',
  path: '/feedback',
  summary: 'Proposals and feedback, with who answers for them and what became of them',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: ideaQuery.extend({
      locale: z.enum(languages).default('ru'),
      ...pageQuery(200, 50).shape,
    }),
  },
  responses: {
    200: { description: 'A page, by when they want an outcome', content: json(ideaList) },
    ...problems(...deskProblems),
  },
});

const ownerRoute = createRoute({
  method: 'post',
  path: '/feedback/{id}/owner',
  summary: 'Name who answers for it',
  security: agentsOnly,
  request: { params: placeAtDesk, body: { content: json(ideaOwnerBody), required: true } },
  responses: { 204: done, ...problems(...deskProblems, 'agent.not_found', 'idea.not_found') },
});

const targetRoute = createRoute({
  method: 'post',
  path: '/feedback/{id}/target',
  summary: 'Say what it is about; the documentation makes it a task for an article',
  security: agentsOnly,
  request: { params: placeAtDesk, body: { content: json(ideaTargetBody), required: true } },
  responses: { 204: done, ...problems(...deskProblems, 'idea.not_found') },
});

const tasksRoute = createRoute({
  method: 'get',
  path: '/article-tasks',
  summary: 'Articles that somebody has to write or change',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: pageQuery(200, 200).extend({ state: z.enum(['open', 'finished']).default('open') }),
  },
  responses: {
    200: { description: 'A page, the oldest first', content: json(articleTaskList) },
    ...problems(...deskProblems),
  },
});

const finishRoute = createRoute({
  method: 'post',
  path: '/article-tasks/{id}/finish',
  summary: 'Finish a task with the article that came of it; again is harmless',
  security: agentsOnly,
  request: { params: placeAtDesk, body: { content: json(articleBody), required: true } },
  responses: { 204: done, ...problems(...deskProblems, 'article_task.not_found') },
});

/** Proposals, feedback and what they ask of the documentation, below `/v1/desk/vendors/:vendor`. */
export function ideaRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { state, overdue, owner: ownerId, locale, ...page } = c.req.valid('query');
      const asked = { state, overdue: overdue !== undefined, ownerId, ...page };
      return c.json(await listIdeas(deps, c.req.valid('param').vendor, asked, locale), 200);
    })
    .openapi(ownerRoute, async (c) => {
      const { vendor: tenantId, id: ticketId } = c.req.valid('param');
      const { agent } = c.req.valid('json');
      const assigned = await assignIdea(deps, { tenantId, ticketId }, agent, c.var.agent);
      return assigned.ok ? c.body(null, 204) : replyProblem(assigned.failure);
    })
    .openapi(targetRoute, async (c) => {
      const { vendor: tenantId, id: ticketId } = c.req.valid('param');
      const { target } = c.req.valid('json');
      const aimed = await aimIdea(deps, { tenantId, ticketId }, target, c.var.agent);
      return aimed.ok ? c.body(null, 204) : replyProblem(aimed.failure);
    })
    .openapi(tasksRoute, async (c) => {
      const { state, ...page } = c.req.valid('query');
      const { vendor } = c.req.valid('param');
      return c.json(await listArticleTasks(deps, vendor, state, page), 200);
    })
    .openapi(finishRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const { article } = c.req.valid('json');
      const finished = await finishArticleTask(deps, { tenantId, id }, article, c.var.agent);
      return finished.ok ? c.body(null, 204) : replyProblem(finished.failure);
    });
}
