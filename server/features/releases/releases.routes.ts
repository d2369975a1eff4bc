import { createRoute, z } from '@hono/zod-openapi';
import {
  productName,
  releaseAct,
  releaseDetail,
  releaseDraft,
  releaseFixes,
  releaseList,
} from '#shared/wire/releases.ts';
import type { Deps } from '#server/deps.ts';
import { addRelease } from '#server/features/releases/add-release.ts';
import { changeFixes } from '#server/features/releases/change-fixes.ts';
import { listReleases, readRelease } from '#server/features/releases/list-releases.ts';
import { changeRelease } from '#server/features/releases/publish-release.ts';
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

const listRoute = createRoute({
  method: 'get',
  path: '/releases',
  summary: "Versions of the vendor's products, those to come included",
  security: agentsOnly,
  request: {
    params: deskOf,
    query: z.object({ product: productName.optional(), ...pageQuery(200, 50).shape }),
  },
  responses: {
    200: {
      description: 'A page, by product, the highest version first',
      content: json(releaseList),
    },
    ...problems(...deskProblems),
  },
});

const addRoute = createRoute({
  method: 'post',
  path: '/releases',
  summary: 'Enter a version that is planned or out',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: deskOf,
    body: { content: json(releaseDraft), required: true },
  },
  responses: {
    201: { description: 'Stored', content: json(z.object({ id: z.string() })) },
    ...problems(
      ...makingProblems,
      'release.exists',
      'release.day_to_come',
      'instant.past',
      'known_problem.not_found',
      'field.secret_in_text',
    ),
  },
});

const asItIs = {
  200: { description: 'As it is now; `ETag` is its revision', content: json(releaseDetail) },
};

const readRoute = createRoute({
  method: 'get',
  path: '/releases/{id}',
  summary: 'A version with what it ends and whom it reaches',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: {
    ...asItIs,
    ...problems('sign_in.required', 'vendor.not_allowed', 'release.not_found'),
  },
});

const fixesRoute = createRoute({
  method: 'put',
  path: '/releases/{id}/fixes',
  summary:
    'Say anew what a version mends; whoever waits for what was added to one that is out is told',
  security: agentsOnly,
  request: {
    headers: ifMatch,
    params: placeAtDesk,
    body: { content: json(releaseFixes), required: true },
  },
  responses: {
    ...asItIs,
    ...problems(
      ...deskProblems,
      'release.not_found',
      'release.changed',
      'known_problem.not_found',
      'field.secret_in_text',
    ),
  },
});

const actRoute = createRoute({
  method: 'post',
  path: '/releases/{id}/acts',
  summary: 'Let a version come out today, or move its day; publishing again is harmless',
  security: agentsOnly,
  request: {
    headers: ifMatch,
    params: placeAtDesk,
    body: { content: json(releaseAct), required: true },
  },
  responses: {
    ...asItIs,
    ...problems(
      ...deskProblems,
      'release.not_found',
      'release.changed',
      'release.out',
      'instant.past',
    ),
  },
});

const revisionTag = ({ revision }: { readonly revision: number }) => tagOf({ version: revision });

/** The registry of versions, below `/v1/desk/vendors/:vendor`. */
export function releaseRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { product, after, limit } = c.req.valid('query');
      const { vendor } = c.req.valid('param');
      return c.json(await listReleases(deps, vendor, { product, after, limit }), 200);
    })
    .openapi(addRoute, async (c) => {
      const key = c.req.valid('header')['idempotency-key'];
      const { vendor } = c.req.valid('param');
      const added = await addRelease(deps, vendor, c.var.agent, c.req.valid('json'), key);
      return added.ok ? c.json({ id: added.value }, 201) : replyProblem(added.failure);
    })
    .openapi(readRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      const read = await readRelease(deps, vendor, id);
      return read.ok
        ? c.json(read.value, 200, revisionTag(read.value))
        : replyProblem(read.failure);
    })
    .openapi(fixesRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const place = { tenantId, id };
      const seen = expectedVersion(c.req.valid('header'));
      const done = await changeFixes(deps, place, c.var.agent, c.req.valid('json'), seen);
      const read = done.ok ? await readRelease(deps, tenantId, id) : done;
      return read.ok
        ? c.json(read.value, 200, revisionTag(read.value))
        : replyProblem(read.failure);
    })
    .openapi(actRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const asked = c.req.valid('json');
      const seen = expectedVersion(c.req.valid('header'));
      const done = await changeRelease(deps, { tenantId, id }, asked, c.var.agent, seen);
      const read = done.ok ? await readRelease(deps, tenantId, id) : done;
      return read.ok
        ? c.json(read.value, 200, revisionTag(read.value))
        : replyProblem(read.failure);
    });
}
