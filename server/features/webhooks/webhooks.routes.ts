import { createRoute, z } from '@hono/zod-openapi';
import { deliveryStates } from '#shared/webhook-types.ts';
import {
  deliveryList,
  rotateBody,
  webhookBody,
  webhookList,
  webhookSecret,
} from '#shared/wire/webhooks.ts';
import type { Deps } from '#server/deps.ts';
import { addWebhook } from '#server/features/webhooks/add-webhook.ts';
import { rotateSecret } from '#server/features/webhooks/rotate-secret.ts';
import { showDeliveries } from '#server/features/webhooks/show-deliveries.ts';
import { showWebhooks } from '#server/features/webhooks/show-webhooks.ts';
import { stopWebhook } from '#server/features/webhooks/stop-webhook.ts';
import { tellAgain } from '#server/features/webhooks/tell-again.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import {
  agentsOnly,
  deskOf,
  deskProblems,
  makingProblems,
  placeAtDesk,
} from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { addressProblem } from '#server/http/probe/reach.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const said = { description: 'Its secret, said once', content: json(webhookSecret) };

const listRoute = createRoute({
  method: 'get',
  path: '/webhooks',
  summary: 'Receivers that are told what happens to tickets, the newest first',
  security: agentsOnly,
  request: { params: deskOf, query: pageQuery(200, 50) },
  responses: {
    200: { description: 'A page', content: json(webhookList) },
    ...problems(...deskProblems),
  },
});

const addRoute = createRoute({
  method: 'post',
  path: '/webhooks',
  summary: 'Tell a receiver of what happens to tickets from now on, by Standard Webhooks',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: deskOf,
    body: { content: json(webhookBody), required: true },
  },
  responses: {
    201: said,
    ...problems(...makingProblems, 'address.private', 'address.port', 'webhook.stopped'),
  },
});

const stopRoute = createRoute({
  method: 'delete',
  path: '/webhooks/{id}',
  summary: 'Tell a receiver nothing more; again is harmless',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: {
    204: { description: 'It is told nothing more' },
    ...problems(...deskProblems, 'webhook.not_found'),
  },
});

const rotateRoute = createRoute({
  method: 'post',
  path: '/webhooks/{id}/secret',
  summary: 'Change the secret; for a while messages carry signatures of both',
  security: agentsOnly,
  request: { params: placeAtDesk, body: { content: json(rotateBody), required: true } },
  responses: { 201: said, ...problems(...deskProblems, 'webhook.not_found', 'webhook.stopped') },
});

const deliveriesRoute = createRoute({
  method: 'get',
  path: '/webhooks/{id}/deliveries',
  summary: 'What a receiver was told, what waits and what was given up, the newest event first',
  security: agentsOnly,
  request: {
    params: placeAtDesk,
    query: pageQuery(200, 50).extend({
      after: z.coerce.number().int().min(1).optional(),
      state: z.enum(deliveryStates).optional(),
    }),
  },
  responses: {
    200: { description: 'A page', content: json(deliveryList) },
    ...problems(...deskProblems, 'webhook.not_found'),
  },
});

const againRoute = createRoute({
  method: 'post',
  path: '/webhooks/{id}/deliveries/{seq}/again',
  summary: 'Tell a receiver of an event again, under the same id',
  security: agentsOnly,
  request: {
    params: placeAtDesk.extend({ seq: z.coerce.number().int().min(1) }),
    body: { content: json(z.strictObject({})), required: true },
  },
  responses: {
    204: { description: 'It waits to be told' },
    ...problems(...deskProblems, 'delivery.not_found', 'webhook.stopped'),
  },
});

/** Receivers of webhooks, below `/v1/desk/vendors/:vendor`. */
export const webhookRoutes = (deps: Deps) =>
  router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { vendor } = c.req.valid('param');
      return c.json(await showWebhooks(deps.db, vendor, c.req.valid('query')), 200);
    })
    .openapi(addRoute, async (c) => {
      const body = c.req.valid('json');
      const wrong = addressProblem(body.url, deps.config);
      if (wrong) return replyProblem(wrong);
      const added = await addWebhook(deps, c.req.valid('param').vendor, body, {
        agent: c.var.agent,
        idempotencyKey: c.req.valid('header')['idempotency-key'],
      });
      return added.ok ? c.json(added.value, 201) : replyProblem(added.failure);
    })
    .openapi(stopRoute, async (c) => {
      const { vendor: tenantId, id: webhookId } = c.req.valid('param');
      const done = await stopWebhook(deps, { tenantId, webhookId, agent: c.var.agent });
      return done.ok ? c.body(null, 204) : replyProblem(done.failure);
    })
    .openapi(rotateRoute, async (c) => {
      const { vendor: tenantId, id: webhookId } = c.req.valid('param');
      const which = { tenantId, webhookId, agent: c.var.agent };
      const done = await rotateSecret(deps, which, c.req.valid('json').graceHours);
      return done.ok ? c.json(done.value, 201) : replyProblem(done.failure);
    })
    .openapi(deliveriesRoute, async (c) => {
      const { vendor: tenantId, id: webhookId } = c.req.valid('param');
      const { after: before, limit, state } = c.req.valid('query');
      const asked = { tenantId, webhookId, state, before, limit };
      const shown = await showDeliveries(deps.db, asked);
      return shown.ok ? c.json(shown.value, 200) : replyProblem(shown.failure);
    })
    .openapi(againRoute, async (c) => {
      const { vendor, id, seq } = c.req.valid('param');
      const done = await tellAgain(deps, vendor, id, seq, c.var.agent);
      return done.ok ? c.body(null, 204) : replyProblem(done.failure);
    });
