import { createRoute, z } from '@hono/zod-openapi';
import { lookList } from '#shared/wire/watch.ts';
import type { Deps } from '#server/deps.ts';
import { probePortalAgain } from '#server/features/portals/ask-portal-probe.ts';
import { firstLooks, looksQuery, showLooks } from '#server/features/probes/show-looks.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskProblems, placeAtDesk } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const shown = { description: 'Looks at the portal, the newest first', content: json(lookList) };

const looksRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/portal-looks',
  summary: 'Whether the portal of a request can be reached',
  security: agentsOnly,
  request: { params: placeAtDesk, query: looksQuery },
  responses: { 200: shown, ...problems(...deskProblems, 'ticket.not_found') },
});

const lookRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/portal-looks',
  summary: 'Look at the portal again',
  security: agentsOnly,
  request: { params: placeAtDesk, body: { content: json(z.strictObject({})), required: true } },
  responses: {
    202: shown,
    ...problems(
      'sign_in.required',
      'vendor.not_allowed',
      'ticket.not_found',
      'portal.not_named',
      'request.invalid',
    ),
  },
});

/** Reachability of customers' portals, below `/v1/desk/vendors/:vendor`. */
export function portalRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(looksRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      return c.json(await showLooks(deps.db, tenantId, 'portal', id, c.req.valid('query')), 200);
    })
    .openapi(lookRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const asked = await probePortalAgain(deps, tenantId, id);
      if (!asked.ok) return replyProblem(asked.failure);
      return c.json(await showLooks(deps.db, tenantId, 'portal', id, firstLooks), 202);
    });
}
