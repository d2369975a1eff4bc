import { createRoute } from '@hono/zod-openapi';
import { eraseBody, erasedReceipt, requesterExport } from '#shared/wire/personal-data.ts';
import type { Deps } from '#server/deps.ts';
import { eraseAllOf } from '#server/features/erasure/erase-all-of.ts';
import { exportRequester } from '#server/features/erasure/export-requester.ts';
import { hiddenTickets } from '#server/features/tickets/hidden-tickets.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskProblems, placeAtDesk } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const exportRoute = createRoute({
  method: 'get',
  path: '/requesters/{id}/export',
  summary: 'Everything that is kept about one person who asks, with the addresses of their files',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: {
    200: { description: 'As it is now', content: json(requesterExport) },
    ...problems(...deskProblems, 'requester.not_found', 'tickets.hidden'),
  },
});

const eraseRoute = createRoute({
  method: 'post',
  path: '/requesters/{id}/erase',
  summary: 'Take away for good what one person wrote and who they are; numbers and log stay',
  security: agentsOnly,
  request: {
    params: placeAtDesk,
    body: { content: json(eraseBody), required: true },
  },
  responses: {
    200: { description: 'How much was taken away', content: json(erasedReceipt) },
    ...problems(...deskProblems, 'requester.not_found', 'tickets.hidden', 'ticket.not_found'),
  },
});

/** What a person may ask for of their own data, below `/v1/desk/vendors/:vendor`. */
export const personalDataRoutes = (deps: Deps) =>
  router<DeskEnv>()
    .openapi(exportRoute, async (c) => {
      const { vendor: tenantId, id: requesterId } = c.req.valid('param');
      const hidden = hiddenTickets(deps, tenantId, c.var.agent.id);
      const whose = { tenantId, requesterId };
      const read = await exportRequester(deps, whose, c.var.agent, hidden);
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    })
    .openapi(eraseRoute, async (c) => {
      const { vendor: tenantId, id: requesterId } = c.req.valid('param');
      const hidden = hiddenTickets(deps, tenantId, c.var.agent.id);
      const done = await eraseAllOf(deps, { tenantId, requesterId }, c.var.agent, {
        hidden,
        reason: c.req.valid('json').reason,
      });
      return done.ok ? c.json(done.value, 200) : replyProblem(done.failure);
    });
