import { createRoute, z } from '@hono/zod-openapi';
import { finishPlanTaskBody, planTaskList } from '#shared/wire/plan-tasks.ts';
import { meantDay } from '#shared/wire/meant.ts';
import type { Deps } from '#server/deps.ts';
import { finishPlanTask } from '#server/features/plan-tasks/finish-plan-task.ts';
import type { PlanTaskPlace } from '#server/features/plan-tasks/plan-tasks.repository.ts';
import { readPlanTasks } from '#server/features/plan-tasks/read-plan-tasks.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { afterPlace, pageQuery, placeParts } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const listed = { description: 'A page', content: json(planTaskList) };

const listQuery = pageQuery(200, 50).extend({
  after: afterPlace(
    '1795348200000:kvartal:regional-database:2026-11-01',
    placeParts.instant,
    placeParts.id,
    placeParts.id,
    String.raw`\d{4}-(0[1-9]|1[0-2])-01`,
  ).transform((parts): PlanTaskPlace | undefined => {
    const [at, organisationId = '', item = '', month = ''] = parts ?? [];
    return at === undefined ? undefined : { at: new Date(Number(at)), organisationId, item, month };
  }),
  state: z.enum(['open', 'done']).default('open'),
});
const firstOpen = listQuery.parse({});

const listRoute = createRoute({
  method: 'get',
  path: '/plan-tasks',
  summary: 'Tasks that plans hold for every month',
  security: agentsOnly,
  request: { params: deskOf, query: listQuery },
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
      month: meantDay.meta({ description: 'First day of the month.' }),
    }),
    body: { content: json(finishPlanTaskBody), required: true },
  },
  responses: {
    200: { ...listed, description: 'The first page of what is left to do' },
    ...problems(...deskProblems, 'plan_task.not_found', 'ticket.not_found'),
  },
});

/** Recurring tasks of plans, below `/v1/desk/vendors/:vendor`. */
export function planTaskRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) =>
      c.json(await readPlanTasks(deps, c.req.valid('param').vendor, c.req.valid('query')), 200),
    )
    .openapi(finishRoute, async (c) => {
      const { vendor: tenantId, organisation, item, month } = c.req.valid('param');
      const key = { tenantId, organisationId: organisation, item, month };
      const done = await finishPlanTask(deps, key, c.req.valid('json').ticketId, c.var.agent);
      return done.ok
        ? c.json(await readPlanTasks(deps, tenantId, firstOpen), 200)
        : replyProblem(done.failure);
    });
}
