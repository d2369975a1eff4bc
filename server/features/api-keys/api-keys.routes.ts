import { createRoute } from '@hono/zod-openapi';
import { apiKeyBody, apiKeyCreated, apiKeyList } from '#shared/wire/api-keys.ts';
import type { Deps } from '#server/deps.ts';
import { createKey } from '#server/features/api-keys/create-key.ts';
import { revokeKey } from '#server/features/api-keys/revoke-key.ts';
import { showKeys } from '#server/features/api-keys/show-keys.ts';
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
import { replyProblem } from '#server/http/problem-reply.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/api-keys',
  summary: 'Keys of programs, the newest first',
  security: agentsOnly,
  request: { params: deskOf, query: pageQuery(200, 50) },
  responses: {
    200: { description: 'A page', content: json(apiKeyList) },
    ...problems(...deskProblems),
  },
});

const createKeyRoute = createRoute({
  method: 'post',
  path: '/api-keys',
  summary: 'Make a key for a program; it is said once',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: deskOf,
    body: { content: json(apiKeyBody), required: true },
  },
  responses: {
    201: { description: 'The key to hand over', content: json(apiKeyCreated) },
    ...problems(...makingProblems, 'api_key.ended'),
  },
});

const revokeRoute = createRoute({
  method: 'delete',
  path: '/api-keys/{id}',
  summary: 'Let a key open nothing any more; again is harmless',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: {
    204: { description: 'It opens nothing' },
    ...problems(...deskProblems, 'api_key.not_found'),
  },
});

/** Keys of programs, below `/v1/desk/vendors/:vendor`. No key makes or ends another: people do. */
export const apiKeyRoutes = (deps: Deps) =>
  router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { vendor } = c.req.valid('param');
      return c.json(await showKeys(deps.db, vendor, c.req.valid('query')), 200);
    })
    .openapi(createKeyRoute, async (c) => {
      const made = await createKey(deps, c.req.valid('param').vendor, c.req.valid('json'), {
        agent: c.var.agent,
        idempotencyKey: c.req.valid('header')['idempotency-key'],
      });
      return made.ok ? c.json(made.value, 201) : replyProblem(made.failure);
    })
    .openapi(revokeRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      const revoked = await revokeKey(deps, vendor, id, c.var.agent);
      return revoked.ok ? c.body(null, 204) : replyProblem(revoked.failure);
    });
