import { createRoute, z } from '@hono/zod-openapi';
import { meantDay } from '#shared/wire/meant.ts';
import { outcomeReport } from '#shared/wire/reports.ts';
import type { Deps } from '#server/deps.ts';
import { reportOutcomes } from '#server/features/reports/report-outcomes.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const outcomesRoute = createRoute({
  method: 'get',
  path: '/reports/outcomes',
  summary: 'What tickets ended in: outcomes, categories, reasons and causes of a period',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: z.object({ from: meantDay, to: meantDay }),
  },
  responses: {
    200: { description: 'Counts', content: json(outcomeReport) },
    ...problems('sign_in.required', 'vendor.not_allowed', 'request.invalid'),
  },
});

/** Counts for those who lead a desk, below `/v1/desk/vendors/:vendor`. */
export const reportRoutes = (deps: Deps) =>
  router<DeskEnv>().openapi(outcomesRoute, async (c) => {
    const policy = deps.policies.inForce(c.req.valid('param').vendor, deps.now());
    if (!policy) return replyProblem({ code: 'vendor.not_allowed' });
    const report = await reportOutcomes(deps, policy, c.req.valid('query'));
    return report.ok ? c.json(report.value, 200) : replyProblem(report.failure);
  });
