import { createRoute, z } from '@hono/zod-openapi';
import { severities, ticketStatuses } from '#shared/vocabulary.ts';
import { ticketPage } from '#shared/wire/ticket-list.ts';
import type { Deps } from '#server/deps.ts';
import { aboutProblem } from '#server/features/known-problems/known-problems.repository.ts';
import { hiddenTickets } from '#server/features/tickets/hidden-tickets.ts';
import { pageTickets } from '#server/features/tickets/page-tickets.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

/** One value, or the parameter several times. */
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .union([z.enum(values), z.array(z.enum(values)).min(1).max(values.length)])
    .transform((given) => [given].flat() as Values[number][])
    .optional();
const id = z.string().max(200).optional();

const listRoute = createRoute({
  method: 'get',
  path: '/tickets',
  summary: "A vendor's tickets, the newest first, by what they are and when they last changed",
  security: agentsOnly,
  request: {
    params: deskOf,
    query: pageQuery(200, 50).extend({
      after: z.coerce
        .number()
        .int()
        .min(1)
        .max(2_147_483_647)
        .optional()
        .meta({ description: '`next` of the page before.' }),
      status: oneOf(ticketStatuses),
      severity: oneOf(severities),
      category: id,
      assignee: id,
      requester: id,
      organisation: id,
      problem: id.meta({ description: 'The known problem that they are about.' }),
      updatedSince: z.iso
        .datetime({ offset: true })
        // other years the database does not read
        .regex(/^[12]\d{3}-/)
        .optional()
        .meta({ description: 'Changed then or later.', example: '2026-11-01T00:00:00Z' }),
    }),
  },
  responses: {
    200: { description: 'A page', content: json(ticketPage) },
    ...problems(...deskProblems),
  },
});

/** A vendor's tickets as programs read them, below `/v1/desk/vendors/:vendor`. */
export const ticketListRoutes = (deps: Deps) =>
  router<DeskEnv>().openapi(listRoute, async (c) => {
    const { vendor } = c.req.valid('param');
    const policy = deps.policies.inForce(vendor, deps.now());
    if (!policy) return replyProblem({ code: 'vendor.not_allowed' });
    const { after: before, limit, updatedSince, problem, ...filter } = c.req.valid('query');
    const since = updatedSince === undefined ? undefined : new Date(updatedSince);
    const hidden = hiddenTickets(deps, vendor, c.var.agent.id);
    const about = problem === undefined ? undefined : aboutProblem(vendor, problem);
    const asked = { ...filter, updatedSince: since, about, hidden };
    return c.json(await pageTickets(deps.db, policy.pack, asked, { before, limit }), 200);
  });
