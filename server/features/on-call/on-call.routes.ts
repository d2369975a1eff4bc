import { createRoute, z } from '@hono/zod-openapi';
import { rotaQuery, rotaView, shiftBody } from '#shared/wire/on-call.ts';
import type { Deps } from '#server/deps.ts';
import { cancelShift } from '#server/features/on-call/cancel-shift.ts';
import { planShift } from '#server/features/on-call/plan-shift.ts';
import { readRota } from '#server/features/on-call/read-rota.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf } from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const dayMs = 86_400_000;
/** How far a reader who says nothing looks ahead. */
const shownMs = 14 * dayMs;
const longestMs = 366 * dayMs;

const readRoute = createRoute({
  method: 'get',
  path: '/on-call',
  summary: 'The on-call rota, and who is called now',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: rotaQuery,
  },
  responses: {
    200: { description: 'Two weeks from now where nothing is asked', content: json(rotaView) },
    ...problems('sign_in.required', 'vendor.not_allowed', 'request.invalid'),
  },
});

const planRoute = createRoute({
  method: 'post',
  path: '/on-call',
  summary: 'Put a shift into the rota',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: deskOf,
    body: { content: json(shiftBody), required: true },
  },
  responses: {
    201: { description: 'Planned', content: json(z.object({ id: z.string() })) },
    ...problems(
      'sign_in.required',
      'vendor.not_allowed',
      'agent.not_found',
      'request.invalid',
      'instant.ends_before_it_begins',
      'idempotency_key.missing',
      'idempotency_key.reused',
    ),
  },
});

const cancelRoute = createRoute({
  method: 'delete',
  path: '/on-call/{id}',
  summary: 'Take a shift out of the rota',
  security: agentsOnly,
  request: { params: deskOf.extend({ id: z.string().max(64) }) },
  responses: {
    204: { description: 'It is not in the rota' },
    ...problems('sign_in.required', 'vendor.not_allowed'),
  },
});

/** Who answers for what cannot wait, below `/v1/desk/vendors/:vendor`. */
export function onCallRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(readRoute, async (c) => {
      const query = c.req.valid('query');
      const from = query.from === undefined ? deps.now() : Date.parse(query.from);
      const until = query.until === undefined ? from + shownMs : Date.parse(query.until);
      if (until <= from || until - from > longestMs)
        return replyProblem({ code: 'request.invalid', fields: ['until'] });
      return c.json(await readRota(deps, c.req.valid('param').vendor, from, until), 200);
    })
    .openapi(planRoute, async (c) => {
      const { agent, from, until, rank } = c.req.valid('json');
      const planned = await planShift(deps, {
        tenantId: c.req.valid('param').vendor,
        agentId: agent,
        from: Date.parse(from),
        until: Date.parse(until),
        rank,
        plannedBy: c.var.agent,
        idempotencyKey: c.req.valid('header')['idempotency-key'],
      });
      return planned.ok ? c.json({ id: planned.value }, 201) : replyProblem(planned.failure);
    })
    .openapi(cancelRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      await cancelShift(deps, { tenantId, id }, c.var.agent);
      return c.body(null, 204);
    });
}
