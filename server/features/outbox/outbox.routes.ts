import { createRoute } from '@hono/zod-openapi';
import { outboxList } from '#shared/wire/desk.ts';
import type { Deps } from '#server/deps.ts';
import { listOutbox } from '#server/features/outbox/list-outbox.ts';
import { hiddenTickets } from '#server/features/tickets/hidden-tickets.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';

const outboxRoute = createRoute({
  method: 'get',
  path: '/outbox',
  summary: 'Letters that were written and where they stand',
  security: agentsOnly,
  request: { params: deskOf },
  responses: {
    200: { description: 'Newest first', content: json(outboxList) },
    ...problems('sign_in.required', 'vendor.not_allowed'),
  },
});

/** A desk's letters, below `/v1/desk/vendors/:vendor`. */
export function outboxRoutes(deps: Deps) {
  return router<DeskEnv>().openapi(outboxRoute, async (c) => {
    const { vendor } = c.req.valid('param');
    const hidden = hiddenTickets(deps, vendor, c.var.agent.id);
    return c.json(await listOutbox(deps, vendor, hidden), 200);
  });
}
