import { createRoute } from '@hono/zod-openapi';
import { criticalityView } from '#shared/wire/watch.ts';
import type { Deps } from '#server/deps.ts';
import { readCriticality } from '#server/features/critical-track/read-criticality.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, placeAtDesk } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const shown = { description: 'As it stands now', content: json(criticalityView) };

const readRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/criticality',
  summary: 'How critical a ticket is, and where its second clock stands',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: {
    200: shown,
    ...problems('sign_in.required', 'vendor.not_allowed', 'ticket.not_found'),
  },
});

/** The second clock of critical tickets, below `/v1/desk/vendors/:vendor`. */
export function criticalTrackRoutes(deps: Deps) {
  return router<DeskEnv>().openapi(readRoute, async (c) => {
    const { vendor: tenantId, id } = c.req.valid('param');
    const read = await readCriticality(deps, tenantId, id);
    return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
  });
}
