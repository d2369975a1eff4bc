import { createRoute, z } from '@hono/zod-openapi';
import { participantBody, participantList } from '#shared/wire/participants.ts';
import type { Deps } from '#server/deps.ts';
import { addParticipant } from '#server/features/participants/add-participant.ts';
import { listParticipants } from '#server/features/participants/list-participants.ts';
import { removeParticipant } from '#server/features/participants/remove-participant.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, placeAtDesk } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const list = { description: 'Who is in the ticket now', content: json(participantList) };
const codes = ['sign_in.required', 'vendor.not_allowed', 'ticket.not_found'] as const;

const listRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/participants',
  summary: 'Who was brought into a ticket, and whether a developer may advise',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: { 200: list, ...problems(...codes) },
});

const addRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/participants',
  summary: 'Bring somebody into a ticket; again is harmless',
  security: agentsOnly,
  request: { params: placeAtDesk, body: { content: json(participantBody), required: true } },
  responses: {
    200: list,
    ...problems(
      ...codes,
      'agent.not_found',
      'advice.order_needed',
      'advice.refused',
      'order.not_found',
      'order.not_accepted',
      'request.invalid',
    ),
  },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/tickets/{id}/participants/{agent}',
  summary: 'Let somebody leave a ticket; again is harmless',
  security: agentsOnly,
  request: { params: placeAtDesk.extend({ agent: z.string().max(64) }) },
  responses: { 200: list, ...problems(...codes) },
});

/** People beside the agent of a ticket, below `/v1/desk/vendors/:vendor`. */
export function participantRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      const now = await listParticipants(deps, vendor, id);
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    })
    .openapi(addRoute, async (c) => {
      const { vendor: tenantId, id: ticketId } = c.req.valid('param');
      const { agent: agentId, purpose, order: orderId } = c.req.valid('json');
      const at = { tenantId, ticketId };
      const added = await addParticipant(deps, at, { agentId, purpose, orderId }, c.var.agent);
      const now = added.ok ? await listParticipants(deps, tenantId, ticketId) : added;
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    })
    .openapi(removeRoute, async (c) => {
      const { vendor: tenantId, id: ticketId, agent } = c.req.valid('param');
      const removed = await removeParticipant(deps, { tenantId, ticketId }, agent, c.var.agent);
      const now = removed.ok ? await listParticipants(deps, tenantId, ticketId) : removed;
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    });
}
