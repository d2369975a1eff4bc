import { createRoute, z } from '@hono/zod-openapi';
import { meetingList } from '#shared/wire/meetings.ts';
import type { Deps } from '#server/deps.ts';
import { listMeetings } from '#server/features/meetings/list-meetings.ts';
import { findOwnTicket } from '#server/features/tickets/tickets.repository.ts';
import type { RequesterEnv } from '#server/http/app-env.ts';
import { edgeProblems, json, problems, router, widgetKey } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/meetings',
  summary: 'Online meetings about an own ticket, each as a file for a calendar program',
  security: [{ requester: [] }],
  request: { headers: widgetKey, params: z.object({ id: z.string().max(64) }) },
  responses: {
    200: { description: 'In their order', content: json(meetingList) },
    ...problems(...edgeProblems, 'ticket.not_found'),
  },
});

/** The requester's side of meetings. */
export function meetingRoutes(deps: Deps) {
  return router<RequesterEnv>().openapi(listRoute, async (c) => {
    const { tenantId, identity } = c.var;
    if (identity.kind === 'nobody') return replyProblem({ code: 'identity.required' });
    const { id } = c.req.valid('param');
    const ticket = await findOwnTicket(deps.db, tenantId, identity.requesterId, id);
    const policy = ticket && deps.policies.edition(tenantId, ticket.edition);
    if (!policy) return replyProblem({ code: 'ticket.not_found' });
    return c.json(await listMeetings(deps.db, policy.pack, ticket), 200);
  });
}
