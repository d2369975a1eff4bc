import { createRoute, z } from '@hono/zod-openapi';
import { criticalityView } from '#shared/wire/watch.ts';
import type { Deps } from '#server/deps.ts';
import { readCriticality } from '#server/features/critical-track/read-criticality.ts';
import { takeUp } from '#server/features/critical-track/take-up.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const place = z.object({ vendor: z.string().max(64), id: z.string().max(64) });
const security = [{ agent: [] }];
const shown = { description: 'As it stands now', content: json(criticalityView) };

const readRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/criticality',
  summary: 'How critical a ticket is, and where its second clock stands',
  security,
  request: { params: place },
  responses: {
    200: shown,
    ...problems('sign_in.required', 'vendor.not_allowed', 'ticket.not_found'),
  },
});

const takeUpRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/take-up',
  summary: 'Take a critical ticket up',
  security,
  request: { params: place, body: { content: json(z.strictObject({})), required: true } },
  responses: {
    200: shown,
    ...problems(
      'sign_in.required',
      'vendor.not_allowed',
      'ticket.not_found',
      'ticket.not_critical',
      'request.invalid',
    ),
  },
});

/** The second clock of critical tickets, below `/v1/desk/vendors/:vendor`. */
export function criticalTrackRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(readRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const read = await readCriticality(deps, tenantId, id);
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    })
    .openapi(takeUpRoute, async (c) => {
      const { vendor: tenantId, id: ticketId } = c.req.valid('param');
      const done = await takeUp(deps, { tenantId, ticketId }, c.var.agent);
      const now = done.ok ? await readCriticality(deps, tenantId, ticketId) : done;
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    });
}
