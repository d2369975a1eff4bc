import { createRoute, z } from '@hono/zod-openapi';
import { deliveryStates } from '#shared/webhook-types.ts';
import { deletedThere, vendorPortalPushes, vendorPortalState } from '#shared/wire/vendor-portal.ts';
import type { Deps } from '#server/deps.ts';
import { deleteThere } from '#server/features/vendor-portal/delete-there.ts';
import { pushAgain } from '#server/features/vendor-portal/push-again.ts';
import { showPushes, showVendorPortal } from '#server/features/vendor-portal/show-vendor-portal.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const stateRoute = createRoute({
  method: 'get',
  path: '/vendor-portal',
  summary: 'How the vendor’s own Bitrix24 portal stands, into which tickets go',
  security: agentsOnly,
  request: { params: deskOf },
  responses: {
    200: { description: 'The portal', content: json(vendorPortalState) },
    ...problems(...deskProblems),
  },
});

const pushesRoute = createRoute({
  method: 'get',
  path: '/vendor-portal/pushes',
  summary: 'What the vendor’s own portal was shown, what waits and what was given up',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: pageQuery(200, 50).extend({
      after: z.coerce.number().int().min(1).optional(),
      state: z.enum(deliveryStates).optional(),
    }),
  },
  responses: {
    200: { description: 'A page', content: json(vendorPortalPushes) },
    ...problems(...deskProblems),
  },
});

const againRoute = createRoute({
  method: 'post',
  path: '/vendor-portal/pushes/{seq}/again',
  summary: 'Show an event in the vendor’s own portal again; nothing is made there twice',
  security: agentsOnly,
  request: {
    params: deskOf.extend({ seq: z.coerce.number().int().min(1) }),
    body: { content: json(z.strictObject({})), required: true },
  },
  responses: {
    204: { description: 'It waits to be shown' },
    ...problems(...deskProblems, 'delivery.not_found'),
  },
});

const deletedRoute = createRoute({
  method: 'post',
  path: '/vendor-portal/left/deleted',
  summary:
    'Say that something of an erased ticket is deleted in a portal that is told nothing more',
  security: agentsOnly,
  request: {
    params: deskOf,
    body: { content: json(deletedThere), required: true },
  },
  responses: {
    204: { description: 'It has to be deleted no more' },
    ...problems(...deskProblems, 'delivery.not_found'),
  },
});

/** The vendor's own portal, below `/v1/desk/vendors/:vendor`. */
export const vendorPortalRoutes = (deps: Deps) =>
  router<DeskEnv>()
    .openapi(stateRoute, async (c) =>
      c.json(await showVendorPortal(deps, c.req.valid('param').vendor), 200),
    )
    .openapi(pushesRoute, async (c) => {
      const { vendor: tenantId } = c.req.valid('param');
      const { after: before, limit, state } = c.req.valid('query');
      return c.json(await showPushes(deps, { tenantId, state, before, limit }), 200);
    })
    .openapi(againRoute, async (c) => {
      const { vendor, seq } = c.req.valid('param');
      const done = await pushAgain(deps, vendor, seq, c.var.agent);
      return done.ok ? c.body(null, 204) : replyProblem(done.failure);
    })
    .openapi(deletedRoute, async (c) => {
      const { vendor } = c.req.valid('param');
      const done = await deleteThere(deps, vendor, c.req.valid('json'), c.var.agent);
      return done.ok ? c.body(null, 204) : replyProblem(done.failure);
    });
