import { createRoute, z } from '@hono/zod-openapi';
import {
  knownProblemAct,
  knownProblemDraft,
  knownProblemList,
  knownProblemStates,
  knownProblemView,
} from '#shared/wire/known-problems.ts';
import type { Deps } from '#server/deps.ts';
import {
  knownProblemsOf,
  listKnownProblems,
  readKnownProblem,
} from '#server/features/known-problems/list-known-problems.ts';
import { linkTicketWithProblem } from '#server/features/known-problems/link-problem.ts';
import {
  addKnownProblem,
  changeKnownProblem,
  editKnownProblem,
} from '#server/features/known-problems/save-known-problem.ts';
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

const content = json(knownProblemDraft);
const asItIs = {
  200: { description: 'As it is now; `ETag` is its version', content: json(knownProblemView) },
};

const listRoute = createRoute({
  method: 'get',
  path: '/known-problems',
  summary: 'Known problems with the versions that have them',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: z.object({ state: z.enum(knownProblemStates).optional(), ...pageQuery(200, 50).shape }),
  },
  responses: {
    200: { description: 'A page, the newest first', content: json(knownProblemList) },
    ...problems(...deskProblems),
  },
});

const addRoute = createRoute({
  method: 'post',
  path: '/known-problems',
  summary: 'Write down a known problem',
  security: agentsOnly,
  request: { headers: idempotencyHeader, params: deskOf, body: { content, required: true } },
  responses: {
    201: { description: 'Stored', content: json(z.object({ id: z.string() })) },
    ...problems(...makingProblems, 'article.not_found', 'field.secret_in_text'),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/known-problems/{id}',
  summary: 'One known problem',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: { ...asItIs, ...problems(...deskProblems, 'known_problem.not_found') },
});

const editRoute = createRoute({
  method: 'put',
  path: '/known-problems/{id}',
  summary: 'Say anew what a known problem is',
  security: agentsOnly,
  request: { headers: ifMatch, params: placeAtDesk, body: { content, required: true } },
  responses: {
    ...asItIs,
    ...problems(
      ...deskProblems,
      'known_problem.not_found',
      'known_problem.changed',
      'article.not_found',
      'field.secret_in_text',
    ),
  },
});

const actRoute = createRoute({
  method: 'post',
  path: '/known-problems/{id}/acts',
  summary: 'Withdraw what turned out to be no problem, or restore it; again is harmless',
  security: agentsOnly,
  request: {
    headers: ifMatch,
    params: placeAtDesk,
    body: { content: json(knownProblemAct), required: true },
  },
  responses: {
    ...asItIs,
    ...problems(...deskProblems, 'known_problem.not_found', 'known_problem.changed'),
  },
});

const ofTicketRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/known-problems',
  summary: 'Known problems that a ticket is about',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: {
    200: {
      description: 'The first that was linked first',
      content: json(knownProblemList.pick({ problems: true })),
    },
    ...problems(...deskProblems, 'ticket.not_found'),
  },
});

const linkRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/known-problem',
  summary: 'Link a ticket with the known problem that it is about',
  security: agentsOnly,
  request: {
    params: placeAtDesk,
    body: { content: json(z.strictObject({ problem: z.string().max(64) })), required: true },
  },
  responses: {
    ...asItIs,
    ...problems(
      ...deskProblems,
      'ticket.not_found',
      'ticket.merged',
      'act.not_allowed',
      'known_problem.not_found',
    ),
  },
});

/** Known problems, below `/v1/desk/vendors/:vendor`. */
export function knownProblemRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { state, after, limit } = c.req.valid('query');
      const { vendor } = c.req.valid('param');
      return c.json(await listKnownProblems(deps.db, vendor, { state, after, limit }), 200);
    })
    .openapi(addRoute, async (c) => {
      const key = c.req.valid('header')['idempotency-key'];
      const { vendor } = c.req.valid('param');
      const added = await addKnownProblem(deps, vendor, c.var.agent, c.req.valid('json'), key);
      return added.ok ? c.json({ id: added.value }, 201) : replyProblem(added.failure);
    })
    .openapi(readRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      const read = await readKnownProblem(deps.db, vendor, id);
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    })
    .openapi(editRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const seen = expectedVersion(c.req.valid('header'));
      const place = { tenantId, id };
      const edited = await editKnownProblem(deps, place, c.var.agent, c.req.valid('json'), seen);
      const read = edited.ok ? await readKnownProblem(deps.db, tenantId, id) : edited;
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    })
    .openapi(ofTicketRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      return c.json({ problems: await knownProblemsOf(deps.db, vendor, id) }, 200);
    })
    .openapi(linkRoute, async (c) => {
      const { vendor: tenantId, id: ticketId } = c.req.valid('param');
      const { problem } = c.req.valid('json');
      const place = { tenantId, ticketId };
      const linked = await linkTicketWithProblem(deps, place, problem, c.var.agent);
      const read = linked.ok ? await readKnownProblem(deps.db, tenantId, problem) : linked;
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    })
    .openapi(actRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const { act } = c.req.valid('json');
      const seen = expectedVersion(c.req.valid('header'));
      const done = await changeKnownProblem(deps, { tenantId, id }, c.var.agent, act, seen);
      const read = done.ok ? await readKnownProblem(deps.db, tenantId, id) : done;
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    });
}
