import { createRoute, z } from '@hono/zod-openapi';
import { locales } from '#shared/vocabulary.ts';
import { explanation } from '#shared/wire/explanation.ts';
import type { Deps } from '#server/deps.ts';
import { explainTicket } from '#server/features/explanations/explain-ticket.ts';
import { findOwnTicket, findTicket } from '#server/features/tickets/tickets.repository.ts';
import { agentsOnly } from '#server/http/desk-route.ts';
import type { DeskEnv, RequesterEnv } from '#server/http/app-env.ts';
import { edgeProblems, json, problems, router, widgetKey } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const ticketId = z.object({ id: z.string().max(64) });
const shownIn = z.object({ lang: z.enum(locales).default('ru') });
const explained = {
  description: 'The stored decision, as facts, as sentences and as one paragraph',
  content: json(explanation),
};

const ownRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/explanation',
  summary: 'Why an own ticket was decided so, and how its due time was counted',
  security: [{ requester: [] }],
  request: { headers: widgetKey, params: ticketId, query: shownIn },
  responses: { 200: explained, ...problems(...edgeProblems, 'ticket.not_found') },
});

/** Explanations of the requester's own tickets, below `/v1`. Somebody else's ticket is not found. */
export const explanationRoutes = (deps: Deps) =>
  router<RequesterEnv>().openapi(ownRoute, async (c) => {
    const { tenantId, identity } = c.var;
    if (identity.kind === 'nobody') return replyProblem({ code: 'identity.required' });
    const { id } = c.req.valid('param');
    const ticket = await findOwnTicket(deps.db, tenantId, identity.requesterId, id);
    const { lang } = c.req.valid('query');
    const told = explainTicket(deps.policies, ticket, 'requester', lang);
    return told.ok ? c.json(told.value, 200) : replyProblem(told.failure);
  });

const deskRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/explanation',
  summary: 'Why a ticket was decided so, and what the regulation lets an agent do',
  security: agentsOnly,
  request: { params: ticketId.extend({ vendor: z.string().max(64) }), query: shownIn },
  responses: {
    200: explained,
    ...problems('sign_in.required', 'vendor.not_allowed', 'ticket.not_found'),
  },
});

/** The same for agents, below `/v1/desk/vendors/:vendor`. */
export const deskExplanationRoutes = (deps: Deps) =>
  router<DeskEnv>().openapi(deskRoute, async (c) => {
    const { vendor, id } = c.req.valid('param');
    const ticket = await findTicket(deps.db, vendor, id);
    const told = explainTicket(deps.policies, ticket, 'agent', c.req.valid('query').lang);
    return told.ok ? c.json(told.value, 200) : replyProblem(told.failure);
  });
