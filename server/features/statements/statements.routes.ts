import { createRoute, z } from '@hono/zod-openapi';
import { signedStatement } from '#shared/wire/statement.ts';
import type { Deps } from '#server/deps.ts';
import { makeStatement } from '#server/features/statements/make-statement.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, placeAtDesk } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .meta({ description: "Month of the calendar in the vendor's zone.", example: '2026-11' });

const statementRoute = createRoute({
  method: 'get',
  path: '/organisations/{id}/statements/{month}',
  summary: 'What was promised to a customer in a month and how it was kept, signed by the vendor',
  security: agentsOnly,
  request: { params: placeAtDesk.extend({ month }) },
  responses: {
    200: { description: 'Counted from the log alone', content: json(signedStatement) },
    ...problems(
      'sign_in.required',
      'vendor.not_allowed',
      'request.invalid',
      'organisation.not_found',
    ),
  },
});

/** Statements of service, below `/v1/desk/vendors/:vendor`. */
export const statementRoutes = (deps: Deps) =>
  router<DeskEnv>().openapi(statementRoute, async (c) => {
    const { vendor, id, month: asked } = c.req.valid('param');
    const made = await makeStatement(deps, vendor, id, asked);
    if (!made.ok) return replyProblem(made.failure);
    c.header('content-disposition', `attachment; filename="${vendor}-${asked}-statement.json"`);
    return c.json(made.value, 200);
  });
