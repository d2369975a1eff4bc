import { createRoute, z } from '@hono/zod-openapi';
import { handOnBody, surveyCommentList } from '#shared/wire/surveys.ts';
import type { Deps } from '#server/deps.ts';
import { handOnComment } from '#server/features/surveys/hand-on-comment.ts';
import { listComments } from '#server/features/surveys/list-comments.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems, placeAtDesk } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/survey-comments',
  summary: 'What people wrote to waves in their own words',
  security: agentsOnly,
  request: { params: deskOf, query: pageQuery(200, 50) },
  responses: {
    200: { description: 'A page, of those asked last foremost', content: json(surveyCommentList) },
    ...problems(...deskProblems),
  },
});

const handOnRoute = createRoute({
  method: 'post',
  path: '/survey-comments/{id}/ticket',
  summary: 'Make a request of such words, such as a proposal; again is the same ticket',
  security: agentsOnly,
  request: { params: placeAtDesk, body: { content: json(handOnBody), required: true } },
  responses: {
    200: {
      description: 'Received now',
      content: json(z.object({ id: z.string(), number: z.string() })),
    },
    ...problems(...deskProblems, 'survey.not_found', 'category.unknown', 'service.unavailable'),
  },
});

/** What customers wish and complain of in surveys, below `/v1/desk/vendors/:vendor`. */
export function surveyCommentRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) =>
      c.json(await listComments(deps, c.req.valid('param').vendor, c.req.valid('query')), 200),
    )
    .openapi(handOnRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const opened = await handOnComment(deps, tenantId, id, c.req.valid('json').category);
      return opened.ok ? c.json(opened.value, 200) : replyProblem(opened.failure);
    });
}
