import { createRoute, z } from '@hono/zod-openapi';
import { checkBody, checkList, lookList } from '#shared/wire/watch.ts';
import type { Deps } from '#server/deps.ts';
import { addCheck } from '#server/features/checks/add-check.ts';
import { findCheck } from '#server/features/checks/checks.repository.ts';
import { showChecks } from '#server/features/checks/show-checks.ts';
import { stopCheck } from '#server/features/checks/stop-check.ts';
import { looksQuery, showLooks } from '#server/features/probes/show-looks.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems, makingProblems } from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';
import { addressProblem } from '#server/http/probe/reach.ts';

const one = deskOf.extend({ id: z.string().max(64) });

const listRoute = createRoute({
  method: 'get',
  path: '/checks',
  summary: 'Checks of the platform and how they stand',
  security: agentsOnly,
  request: { params: deskOf, query: pageQuery(200, 50) },
  responses: {
    200: { description: 'A page, by name', content: json(checkList) },
    ...problems(...deskProblems),
  },
});

const addRoute = createRoute({
  method: 'post',
  path: '/checks',
  summary: 'Look at an address regularly',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: deskOf,
    body: { content: json(checkBody), required: true },
  },
  responses: {
    201: {
      description: 'Looked at from now on',
      content: json(z.object({ id: z.string() })),
    },
    ...problems(...makingProblems, 'check.stopped'),
  },
});

const looksRoute = createRoute({
  method: 'get',
  path: '/checks/{id}/looks',
  summary: 'Looks of a check',
  security: agentsOnly,
  request: { params: one, query: looksQuery },
  responses: {
    200: { description: 'A page, the newest first', content: json(lookList) },
    ...problems(...deskProblems, 'check.not_found'),
  },
});

const stopRoute = createRoute({
  method: 'delete',
  path: '/checks/{id}',
  summary: 'Look at it no more',
  security: agentsOnly,
  request: { params: one },
  responses: {
    204: { description: 'Not looked at' },
    ...problems('sign_in.required', 'vendor.not_allowed', 'check.not_found'),
  },
});

/** The watch over the vendor's own platform, below `/v1/desk/vendors/:vendor`. */
export function checkRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { after, limit } = c.req.valid('query');
      const { vendor } = c.req.valid('param');
      return c.json(await showChecks(deps, vendor, { after, limit }), 200);
    })
    .openapi(addRoute, async (c) => {
      const body = c.req.valid('json');
      const wrong = addressProblem(body.url, deps.config);
      if (wrong) return replyProblem(wrong);
      const { vendor: tenantId } = c.req.valid('param');
      const idempotencyKey = c.req.valid('header')['idempotency-key'];
      const sent = { agent: c.var.agent, idempotencyKey };
      const added = await addCheck(deps, tenantId, body, sent);
      return added.ok ? c.json({ id: added.value }, 201) : replyProblem(added.failure);
    })
    .openapi(looksRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      if (!(await findCheck(deps.db, tenantId, id)))
        return replyProblem({ code: 'check.not_found' });
      return c.json(await showLooks(deps.db, tenantId, 'check', id, c.req.valid('query')), 200);
    })
    .openapi(stopRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const stopped = await stopCheck(deps, { tenantId, id }, c.var.agent);
      return stopped.ok ? c.body(null, 204) : replyProblem(stopped.failure);
    });
}
