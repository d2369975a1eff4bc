import { createRoute, z } from '@hono/zod-openapi';
import { signedStatement } from '#shared/wire/statement.ts';
import type { Deps } from '#server/deps.ts';
import { makeStatement } from '#server/features/statements/make-statement.ts';
import { ownStatement } from '#server/features/statements/own-statement.ts';
import { hiddenTickets } from '#server/features/tickets/hidden-tickets.ts';
import type { DeskEnv, RequesterEnv } from '#server/http/app-env.ts';
import { agentsOnly, placeAtDesk } from '#server/http/desk-route.ts';
import { edgeProblems, json, problems, router, widgetKey } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .meta({ description: "Month of the calendar in the vendor's zone.", example: '2026-11' });
const made = {
  description:
    "Promises and pauses, counted from the log that is with them; hours and names by the vendor's word",
  content: json(signedStatement),
};

const statementRoute = createRoute({
  method: 'get',
  path: '/organisations/{id}/statements/{month}',
  summary: 'What was promised to a customer in a month and how it was kept, signed by the vendor',
  security: agentsOnly,
  request: { params: placeAtDesk.extend({ month }) },
  responses: {
    200: made,
    ...problems(
      'sign_in.required',
      'vendor.not_allowed',
      'request.invalid',
      'organisation.not_found',
      'tickets.hidden',
    ),
  },
});

const ownRoute = createRoute({
  method: 'get',
  path: '/statements/{month}',
  summary: 'The same for a responsible person of the customer, as the contract names them',
  security: [{ requester: [] }],
  request: { headers: widgetKey, params: z.object({ month }) },
  responses: {
    200: made,
    ...problems(...edgeProblems, 'request.invalid', 'act.not_yours', 'vendor.not_allowed'),
  },
});

const asFile = (vendor: string, asked: string) =>
  `attachment; filename="${vendor}-${asked}-statement.json"`;

/** Statements of service, below `/v1/desk/vendors/:vendor`. */
export const statementRoutes = (deps: Deps) =>
  router<DeskEnv>().openapi(statementRoute, async (c) => {
    const { vendor, id, month: asked } = c.req.valid('param');
    const hidden = hiddenTickets(deps, vendor, c.var.agent.id);
    const told = await makeStatement(deps, vendor, id, asked, hidden);
    if (!told.ok) return replyProblem(told.failure);
    c.header('content-disposition', asFile(vendor, asked));
    return c.json(told.value, 200);
  });

/** A customer's own statements, below `/v1`. */
export const ownStatementRoutes = (deps: Deps) =>
  router<RequesterEnv>().openapi(ownRoute, async (c) => {
    const { tenantId, identity } = c.var;
    const { month: asked } = c.req.valid('param');
    const told = await ownStatement(deps, tenantId, identity, asked);
    if (!told.ok) return replyProblem(told.failure);
    c.header('content-disposition', asFile(tenantId, asked));
    return c.json(told.value, 200);
  });
