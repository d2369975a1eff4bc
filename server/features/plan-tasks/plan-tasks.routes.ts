import { createRoute, z } from '@hono/zod-openapi';
import { finishPlanTaskBody, planTaskList } from '#shared/wire/plan-tasks.ts';
import type { Deps } from '#server/deps.ts';
import { finishPlanTask } from '#server/features/plan-tasks/finish-plan-task.ts';
import { readPlanTasks } from '#server/features/plan-tasks/read-plan-tasks.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const listed = { description: 'At most 500', content: json(planTaskList) };

const listRoute = createRoute({
  method: 'get',
  path: '/plan-tasks',
  summary: 'Tasks that plans hold for every month',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: z.object({ state: z.enum(['open', 'done']).default('open') }),
  },
  responses: { 200: listed, ...problems(...deskProblems) },
});

const finishRoute = createRoute({
  method: 'post',
  path: '/plan-tasks/{organisation}/{item}/{month}/done',
  summary: 'A task is done for its month',
  security: agentsOnly,
  request: {
    params: deskOf.extend({
      organisation: z.string().max(64),
      item: z.string().max(64),
      month: z.iso.date().meta({ description: 'First day of the month.' }),
    }),
    body: { content: json(finishPlanTaskBody), required: true },
  },
  responses: {
    200: { ...listed, description: 'What is left to do' },
    ...problems(...deskProblems, 'plan_task.not_found', 'ticket.not_found'),
  },
});

/** Recurring tasks of plans, below `/v1/desk/vendors/:vendor`. */
export function planTaskRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) =>
      c.json(
        await readPlanTasks(deps, c.req.valid('param').vendor, c.req.valid('query').state),
        200,
      ),
    )
    .openapi(finishRoute, async (c) => {
      const { vendor: tenantId, organisation, item, month } = c.req.valid('param');
      const key = { tenantId, organisationId: organisation, item, month };
      const done = await finishPlanTask(deps, key, c.req.valid('json').ticketId, c.var.agent);
      return done.ok
        ? c.json(await readPlanTasks(deps, tenantId, 'open'), 200)
        : replyProblem(done.failure);
    });
}
