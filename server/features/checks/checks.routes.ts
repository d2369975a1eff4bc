import { createRoute, z } from '@hono/zod-openapi';
import { checkBody, checkList, lookList } from '#shared/wire/watch.ts';
import type { Deps } from '#server/deps.ts';
import { addCheck } from '#server/features/checks/add-check.ts';
import { findCheck } from '#server/features/checks/checks.repository.ts';
import { showChecks } from '#server/features/checks/show-checks.ts';
import { stopCheck } from '#server/features/checks/stop-check.ts';
import { showLooks } from '#server/features/probes/show-looks.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, makingProblems } from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';
import { readTarget } from '#server/http/probe/probe-target.ts';

const one = deskOf.extend({ id: z.string().max(64) });

const listRoute = createRoute({
  method: 'get',
  path: '/checks',
  summary: 'Checks of the platform and how they stand',
  security: agentsOnly,
  request: { params: deskOf },
  responses: {
    200: { description: 'By name', content: json(checkList) },
    ...problems('sign_in.required', 'vendor.not_allowed'),
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
    ...problems(...makingProblems),
  },
});

const looksRoute = createRoute({
  method: 'get',
  path: '/checks/{id}/looks',
  summary: 'The last looks of a check',
  security: agentsOnly,
  request: { params: one },
  responses: {
    200: { description: 'The newest first', content: json(lookList) },
    ...problems('sign_in.required', 'vendor.not_allowed', 'check.not_found'),
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
    ...problems('sign_in.required', 'vendor.not_allowed'),
  },
});

/** The watch over the vendor's own platform, below `/v1/desk/vendors/:vendor`. */
export function checkRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) =>
      c.json(await showChecks(deps, c.req.valid('param').vendor), 200),
    )
    .openapi(addRoute, async (c) => {
      const body = c.req.valid('json');
      if (!readTarget(body.url, deps.config.PROBE_PORTS).ok)
        return replyProblem({ code: 'request.invalid', fields: ['url'] });
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
      return c.json(await showLooks(deps.db, tenantId, 'check', id), 200);
    })
    .openapi(stopRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      await stopCheck(deps, tenantId, id);
      return c.body(null, 204);
    });
}
