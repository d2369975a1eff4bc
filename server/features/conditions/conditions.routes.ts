import { createRoute, z } from '@hono/zod-openapi';
import { languages } from '#shared/vocabulary.ts';
import { conditionBody, ticketConditions as conditionsShape } from '#shared/wire/conditions.ts';
import type { Deps } from '#server/deps.ts';
import { setCondition } from '#server/features/conditions/set-condition.ts';
import { ticketConditions } from '#server/features/conditions/ticket-conditions.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, placeAtDesk } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const shownIn = z.object({ locale: z.enum(languages).default('ru') });
const asTheyStand = { description: 'As they stand now', content: json(conditionsShape) };
const codes = ['sign_in.required', 'vendor.not_allowed', 'ticket.not_found'] as const;

const readRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/conditions',
  summary: 'Conditions of support behind a request, and what of it an agent has to decide on',
  security: agentsOnly,
  request: { params: placeAtDesk, query: shownIn },
  responses: { 200: asTheyStand, ...problems(...codes) },
});

const setRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/conditions',
  summary: 'What was found of a condition; nothing is refused by it',
  security: agentsOnly,
  request: {
    params: placeAtDesk,
    query: shownIn,
    body: { content: json(conditionBody), required: true },
  },
  responses: { 200: asTheyStand, ...problems(...codes, 'request.invalid', 'condition.unknown') },
});

/** Conditions of support behind a request, below `/v1/desk/vendors/:vendor`. */
export function conditionRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(readRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      const read = await ticketConditions(deps, vendor, id, c.req.valid('query').locale);
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    })
    .openapi(setRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      const at = { tenantId: vendor, ticketId: id };
      const set = await setCondition(deps, at, c.req.valid('json'), c.var.agent);
      const now = set.ok
        ? await ticketConditions(deps, vendor, id, c.req.valid('query').locale)
        : set;
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    });
}
