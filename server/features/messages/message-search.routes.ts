import { createRoute, z } from '@hono/zod-openapi';
import { messageHits } from '#shared/wire/message-search.ts';
import type { Deps } from '#server/deps.ts';
import { readPlace, searchMessages } from '#server/features/messages/search-messages.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const searchRoute = createRoute({
  method: 'get',
  path: '/message-search',
  summary: 'Messages of tickets by their words',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: z.object({ q: z.string().trim().min(1).max(500), ...pageQuery(50, 50).shape }),
  },
  responses: {
    200: { description: 'The newest first, those with every word', content: json(messageHits) },
    ...problems(...deskProblems),
  },
});

/** Search over the messages of a desk, below `/v1/desk/vendors/:vendor`. */
export function messageSearchRoutes(deps: Deps) {
  return router<DeskEnv>().openapi(searchRoute, async (c) => {
    const { q: question, after: cursor, limit } = c.req.valid('query');
    const after = cursor === undefined ? undefined : readPlace(cursor);
    if (cursor !== undefined && !after)
      return replyProblem({ code: 'request.invalid', fields: ['after'] });
    const asked = { agentId: c.var.agent.id, question, after, limit };
    return c.json(await searchMessages(deps, c.req.valid('param').vendor, asked), 200);
  });
}
