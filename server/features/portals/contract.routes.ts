import { createRoute, z } from '@hono/zod-openapi';
import { portalContract, portalContractAsk } from '#shared/wire/portal-contract.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { askPortalContract } from '#server/features/portals/ask-portal-contract.ts';
import { findPortal, findPortalApp } from '#server/features/portals/portals.repository.ts';
import { showPortalContract } from '#server/features/portals/show-portal-contract.ts';
import type { Identity } from '#server/features/requesters/identity.ts';
import type { RequesterEnv } from '#server/http/app-env.ts';
import { edgeProblems, json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const ofVendor = z.object({ vendor: z.string().max(64).meta({ example: 'didox24' }) });
const asItIs = { description: 'As it stands now', content: json(portalContract) };
const nowhere: Problem = { code: 'identity.required' };

const readRoute = createRoute({
  method: 'get',
  path: '/portals/{vendor}/contract',
  summary: 'How the contract of the portal stands from which somebody asks',
  security: [{ requester: [] }],
  request: { params: ofVendor },
  responses: { 200: asItIs, ...problems(...edgeProblems) },
});

const askRoute = createRoute({
  method: 'post',
  path: '/portals/{vendor}/contract',
  summary:
    'Name the contract of a portal, as its administrator; it counts once an operator confirms it',
  security: [{ requester: [] }],
  request: {
    params: ofVendor,
    body: { content: json(portalContractAsk), required: true },
  },
  responses: {
    200: asItIs,
    ...problems(
      ...edgeProblems,
      'request.invalid',
      'portal.not_proven',
      'portal.not_admin',
      'portal.unavailable',
    ),
  },
});

/** The contract of a portal, for its own people: by the bearer of their page. */
export function portalContractRoutes(deps: Deps) {
  const show = async (tenantId: string, memberId: string, reader: Identity) => {
    const policy = deps.policies.inForce(tenantId, deps.now());
    const portal = await findPortal(deps.db, { tenantId, memberId });
    if (!policy || !portal || reader.kind !== 'token') return undefined;
    const { isPortalAdmin: isAdmin = false, claims } = reader;
    return showPortalContract(deps, policy, portal, { isAdmin, email: claims.email });
  };
  return router<RequesterEnv>()
    .openapi(readRoute, async (c) => {
      const { tenantId, identity } = c.var;
      const memberId = memberOf(identity);
      const shown = memberId && (await show(tenantId, memberId, identity));
      return shown ? c.json(shown, 200) : replyProblem(nowhere);
    })
    .openapi(askRoute, async (c) => {
      const { tenantId, identity } = c.var;
      const app = await findPortalApp(deps.db, tenantId);
      const memberId = memberOf(identity);
      if (!app || memberId === undefined || identity.kind !== 'token') return replyProblem(nowhere);
      const { requesterId } = identity;
      const asked = await askPortalContract(deps, app, { requesterId }, c.req.valid('json'));
      if (!asked.ok) return replyProblem(asked.failure);
      // the portal has just said so
      const shown = await show(tenantId, memberId, { ...identity, isPortalAdmin: true });
      return shown ? c.json(shown, 200) : replyProblem(nowhere);
    });
}

const memberOf = (identity: Identity): string | undefined =>
  identity.kind === 'token' ? identity.portal?.memberId : undefined;
