import { createRoute, z } from '@hono/zod-openapi';
import {
  advisoryAct,
  advisoryDetail,
  advisoryDraft,
  advisoryList,
} from '#shared/wire/advisories.ts';
import type { Deps } from '#server/deps.ts';
import { listAdvisories } from '#server/features/advisories/list-advisories.ts';
import { publishAdvisory } from '#server/features/advisories/publish-advisory.ts';
import { readAdvisory } from '#server/features/advisories/read-advisory.ts';
import { addAdvisory, editAdvisory } from '#server/features/advisories/write-advisory.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import {
  agentsOnly,
  deskOf,
  deskProblems,
  makingProblems,
  placeAtDesk,
} from '#server/http/desk-route.ts';
import { expectedVersion, ifMatch, tagOf } from '#server/http/if-match.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const content = json(advisoryDraft);
const asItIs = {
  200: { description: 'As it is now; `ETag` is its version', content: json(advisoryDetail) },
};

const listRoute = createRoute({
  method: 'get',
  path: '/advisories',
  summary: 'Vulnerabilities of the products, those that few may read only for these',
  security: agentsOnly,
  request: { params: deskOf, query: pageQuery(200, 50) },
  responses: {
    200: { description: 'A page, the newest first', content: json(advisoryList) },
    ...problems(...deskProblems),
  },
});

const addRoute = createRoute({
  method: 'post',
  path: '/advisories',
  summary: 'Write down a vulnerability; few may read it until it is published',
  security: agentsOnly,
  request: { headers: idempotencyHeader, params: deskOf, body: { content, required: true } },
  responses: {
    201: { description: 'Stored', content: json(z.object({ id: z.string() })) },
    ...problems(...makingProblems, 'field.secret_in_text'),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/advisories/{id}',
  summary: 'One vulnerability',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: { ...asItIs, ...problems(...deskProblems, 'advisory.not_found') },
});

const editRoute = createRoute({
  method: 'put',
  path: '/advisories/{id}',
  summary: 'Say anew what a vulnerability is, until it is published',
  security: agentsOnly,
  request: { headers: ifMatch, params: placeAtDesk, body: { content, required: true } },
  responses: {
    ...asItIs,
    ...problems(...deskProblems, 'advisory.not_found', 'advisory.changed', 'field.secret_in_text'),
  },
});

const actRoute = createRoute({
  method: 'post',
  path: '/advisories/{id}/acts',
  summary: 'Publish an advisory; every contract holder on an affected version is told once',
  security: agentsOnly,
  request: {
    headers: ifMatch,
    params: placeAtDesk,
    body: { content: json(advisoryAct), required: true },
  },
  responses: {
    ...asItIs,
    ...problems(...deskProblems, 'advisory.not_found', 'advisory.changed', 'advisory.cure_needed'),
  },
});

/** Advisories, below `/v1/desk/vendors/:vendor`. */
export function advisoryRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { after, limit } = c.req.valid('query');
      const asked = { agentId: c.var.agent.id, after, limit };
      return c.json(await listAdvisories(deps.db, c.req.valid('param').vendor, asked), 200);
    })
    .openapi(addRoute, async (c) => {
      const key = c.req.valid('header')['idempotency-key'];
      const { vendor } = c.req.valid('param');
      const added = await addAdvisory(deps, vendor, c.var.agent, c.req.valid('json'), key);
      return added.ok ? c.json({ id: added.value }, 201) : replyProblem(added.failure);
    })
    .openapi(readRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      const read = await readAdvisory(deps, { tenantId: vendor, id }, c.var.agent.id);
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    })
    .openapi(editRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const { agent } = c.var;
      const seen = expectedVersion(c.req.valid('header'));
      const edited = await editAdvisory(deps, { tenantId, id }, agent, c.req.valid('json'), seen);
      const read = edited.ok ? await readAdvisory(deps, { tenantId, id }, agent.id) : edited;
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    })
    .openapi(actRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const { agent } = c.var;
      const seen = expectedVersion(c.req.valid('header'));
      const done = await publishAdvisory(deps, { tenantId, id }, agent, seen);
      const read = done.ok ? await readAdvisory(deps, { tenantId, id }, agent.id) : done;
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    });
}
