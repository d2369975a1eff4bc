import { createRoute } from '@hono/zod-openapi';
import { organisationBody, organisationList, organisationView } from '#shared/wire/organisation.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor } from '#server/features/agents/agent.ts';
import { listOrganisations } from '#server/features/organisations/list-organisations.ts';
import { readOrganisation } from '#server/features/organisations/read-organisation.ts';
import { saveOrganisation } from '#server/features/organisations/save-organisation.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { expectedVersion, ifMatch, tagOf } from '#server/http/if-match.ts';
import { agentsOnly, deskOf, placeAtDesk } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const body = { content: json(organisationBody), required: true };
const edge = ['sign_in.required', 'vendor.not_allowed'] as const;
const refusals = ['request.invalid', 'organisation.exists', 'organisation.region_unknown'] as const;

const listRoute = createRoute({
  method: 'get',
  path: '/organisations',
  summary: "A vendor's customers, by name",
  security: agentsOnly,
  request: {
    params: deskOf,
    query: pageQuery(200, 50),
  },
  responses: {
    200: { description: 'A page', content: json(organisationList) },
    ...problems(...edge, 'request.invalid'),
  },
});

const addRoute = createRoute({
  method: 'post',
  path: '/organisations',
  summary: 'Add a customer; its name keeps it from being added twice',
  security: agentsOnly,
  request: { params: deskOf, body },
  responses: {
    201: { description: 'Added', content: json(organisationView) },
    ...problems(...edge, ...refusals),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/organisations/{id}',
  summary: 'A customer with contracts, listed persons and portals',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: {
    200: { description: 'As it is now', content: json(organisationView) },
    ...problems(...edge, 'organisation.not_found'),
  },
});

const changeRoute = createRoute({
  method: 'put',
  path: '/organisations/{id}',
  summary: "Change a customer's name and region",
  security: agentsOnly,
  request: { params: placeAtDesk, headers: ifMatch, body },
  responses: {
    200: { description: 'As it is now', content: json(organisationView) },
    ...problems(...edge, ...refusals, 'organisation.not_found', 'organisation.changed'),
  },
});

/** A vendor's customers, below `/v1/desk/vendors/:vendor`. */
export function organisationRoutes(deps: Deps) {
  const read = async (name: string, id: string) => {
    const policy = deps.policies.inForce(name, deps.now());
    return policy
      ? readOrganisation(deps.db, policy.pack, id)
      : ({ ok: false, failure: { code: 'vendor.not_allowed' } } as const);
  };
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { after, limit } = c.req.valid('query');
      const page = await listOrganisations(deps.db, c.req.valid('param').vendor, { after, limit });
      return c.json(page, 200);
    })
    .openapi(addRoute, async (c) => {
      const { vendor: name } = c.req.valid('param');
      const actor = agentActor(c.var.agent);
      const saved = await saveOrganisation(deps, name, c.req.valid('json'), actor);
      const now = saved.ok ? await read(name, saved.value) : saved;
      return now.ok ? c.json(now.value, 201, tagOf(now.value)) : replyProblem(now.failure);
    })
    .openapi(readRoute, async (c) => {
      const { vendor: name, id } = c.req.valid('param');
      const now = await read(name, id);
      return now.ok ? c.json(now.value, 200, tagOf(now.value)) : replyProblem(now.failure);
    })
    .openapi(changeRoute, async (c) => {
      const { vendor: name, id } = c.req.valid('param');
      const draft = {
        ...c.req.valid('json'),
        id,
        expectedVersion: expectedVersion(c.req.valid('header')),
      };
      const actor = agentActor(c.var.agent);
      const saved = await saveOrganisation(deps, name, draft, actor);
      const now = saved.ok ? await read(name, saved.value) : saved;
      return now.ok ? c.json(now.value, 200, tagOf(now.value)) : replyProblem(now.failure);
    });
}
