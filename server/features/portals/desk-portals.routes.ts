import { createRoute, z } from '@hono/zod-openapi';
import type { Result } from '#shared/result.ts';
import {
  customerPortal,
  customerPortalList,
  portalContractBody,
  portalRefusalBody,
} from '#shared/wire/desk-portals.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import {
  confirmPortalContract,
  refusePortalContract,
  unbindPortalContract,
} from '#server/features/portals/decide-portal-contract.ts';
import { listPortals, readPortal } from '#server/features/portals/list-portals.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems, placeAtDesk } from '#server/http/desk-route.ts';
import { expectedVersion, ifMatch, tagOf } from '#server/http/if-match.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { afterPlace, pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const asItIs = { description: 'As it is now', content: json(customerPortal) };
const decided = {
  200: asItIs,
  ...problems(...deskProblems, 'portal.not_found', 'portal.contract_changed'),
};

const listRoute = createRoute({
  method: 'get',
  path: '/portals',
  summary: 'Portals of customers in which the app is or was, with their contracts',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: pageQuery(200, 50).extend({
      after: afterPlace(
        '035cb78ff4ca2653aa35b82538ba6ea5:romashka.bitrix24.ru',
        '[0-9a-f]{32}',
        String.raw`[a-z0-9.-]{1,253}(?::\d{1,5})?`,
      ),
      asked: z
        .literal('true')
        .optional()
        .meta({ description: 'Only those whose number waits for a decision.' }),
    }),
  },
  responses: {
    200: { description: 'A page, by address', content: json(customerPortalList) },
    ...problems(...deskProblems),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/portals/{id}',
  summary: 'One portal of a customer',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: { 200: asItIs, ...problems(...deskProblems, 'portal.not_found') },
});

const confirmRoute = createRoute({
  method: 'put',
  path: '/portals/{id}/contract',
  summary: 'Give a portal its contract: the one it asked for, or another',
  security: agentsOnly,
  request: {
    params: placeAtDesk,
    headers: ifMatch,
    body: { content: json(portalContractBody), required: true },
  },
  responses: {
    200: asItIs,
    ...problems(
      ...deskProblems,
      'portal.not_found',
      'contract.not_found',
      'portal.contract_changed',
    ),
  },
});

const refuseRoute = createRoute({
  method: 'post',
  path: '/portals/{id}/contract/refusal',
  summary: 'Refuse the number that a portal’s administrator named, and say why',
  security: agentsOnly,
  request: {
    params: placeAtDesk,
    headers: ifMatch,
    body: { content: json(portalRefusalBody), required: true },
  },
  responses: {
    200: asItIs,
    ...problems(
      ...deskProblems,
      'portal.not_found',
      'portal.no_contract_asked',
      'portal.contract_changed',
      'field.secret_in_text',
    ),
  },
});

const unbindRoute = createRoute({
  method: 'delete',
  path: '/portals/{id}/contract',
  summary: 'Take its contract from a portal; its next request has none',
  security: agentsOnly,
  request: { params: placeAtDesk, headers: ifMatch },
  responses: decided,
});

/** Portals of a vendor's customers, below `/v1/desk/vendors/:vendor`. */
export function deskPortalRoutes(deps: Deps) {
  const read = async (
    { vendor: tenantId, id: memberId }: { readonly vendor: string; readonly id: string },
    done?: Result<void, Problem>,
  ): Promise<Result<z.infer<typeof customerPortal>, Problem>> => {
    if (done && !done.ok) return done;
    const value = await readPortal(deps.db, { tenantId, memberId });
    return value ? { ok: true, value } : { ok: false, failure: { code: 'portal.not_found' } };
  };
  const tag = ({ contractVersion: version }: z.infer<typeof customerPortal>) => tagOf({ version });
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { after, asked, limit } = c.req.valid('query');
      const [memberId = '', ...host] = after ?? [];
      const page = {
        asked: asked !== undefined,
        after: after && ([memberId, host.join(':')] as const),
        limit,
      };
      return c.json(await listPortals(deps.db, c.req.valid('param').vendor, page), 200);
    })
    .openapi(readRoute, async (c) => {
      const now = await read(c.req.valid('param'));
      return now.ok ? c.json(now.value, 200, tag(now.value)) : replyProblem(now.failure);
    })
    .openapi(confirmRoute, async (c) => {
      const place = c.req.valid('param');
      const portal = placeOf(place, c.var.agent, expectedVersion(c.req.valid('header')));
      const { number } = c.req.valid('json');
      const now = await read(place, await confirmPortalContract(deps, portal, number));
      return now.ok ? c.json(now.value, 200, tag(now.value)) : replyProblem(now.failure);
    })
    .openapi(refuseRoute, async (c) => {
      const place = c.req.valid('param');
      const portal = placeOf(place, c.var.agent, expectedVersion(c.req.valid('header')));
      const { reason } = c.req.valid('json');
      const now = await read(place, await refusePortalContract(deps, portal, reason));
      return now.ok ? c.json(now.value, 200, tag(now.value)) : replyProblem(now.failure);
    })
    .openapi(unbindRoute, async (c) => {
      const place = c.req.valid('param');
      const portal = placeOf(place, c.var.agent, expectedVersion(c.req.valid('header')));
      const now = await read(place, await unbindPortalContract(deps, portal));
      return now.ok ? c.json(now.value, 200, tag(now.value)) : replyProblem(now.failure);
    });
}

const placeOf = (
  { vendor: tenantId, id: memberId }: { readonly vendor: string; readonly id: string },
  by: DeskEnv['Variables']['agent'],
  seen: number | undefined,
) => ({ tenantId, memberId, by, seen });
