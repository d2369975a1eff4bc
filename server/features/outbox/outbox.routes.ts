import { createRoute, z } from '@hono/zod-openapi';
import { outboxList } from '#shared/wire/outbox.ts';
import type { Deps } from '#server/deps.ts';
import { listOutbox } from '#server/features/outbox/list-outbox.ts';
import { sendAgain } from '#server/features/outbox/send-again.ts';
import { hiddenTickets } from '#server/features/tickets/hidden-tickets.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const outboxRoute = createRoute({
  method: 'get',
  path: '/outbox',
  summary: 'Letters that were written and where they stand',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: pageQuery(200, 200).extend({ after: z.coerce.number().int().min(1).optional() }),
  },
  responses: {
    200: { description: 'A page, newest first', content: json(outboxList) },
    ...problems(...deskProblems),
  },
});

const againRoute = createRoute({
  method: 'post',
  path: '/outbox/{id}/again',
  summary: 'Try a letter once more that was given up',
  security: agentsOnly,
  request: {
    params: deskOf.extend({ id: z.coerce.number().int().min(1) }),
    body: { content: json(z.strictObject({})), required: true },
  },
  responses: {
    204: { description: 'It waits to be sent' },
    ...problems(
      'sign_in.required',
      'vendor.not_allowed',
      'request.invalid',
      'letter.not_found',
      'letter.not_failed',
    ),
  },
});

/** A desk's letters, below `/v1/desk/vendors/:vendor`. */
export function outboxRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(outboxRoute, async (c) => {
      const { vendor } = c.req.valid('param');
      const hidden = hiddenTickets(deps, vendor, c.var.agent.id);
      const { after: before, limit } = c.req.valid('query');
      return c.json(await listOutbox(deps, vendor, { before, limit }, hidden), 200);
    })
    .openapi(againRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const hidden = hiddenTickets(deps, tenantId, c.var.agent.id);
      const done = await sendAgain(deps, { tenantId, id }, hidden);
      return done.ok ? c.body(null, 204) : replyProblem(done.failure);
    });
}
