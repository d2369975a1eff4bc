import { createRoute, z } from '@hono/zod-openapi';
import { portalRenewal, portalSession } from '#shared/wire/portal.ts';
import type { Deps } from '#server/deps.ts';
import { enterPortal, type NotEntered } from '#server/features/portals/enter-portal.ts';
import { findPortalApp } from '#server/features/portals/portals.repository.ts';
import { clientNetwork } from '#server/http/client-address.ts';
import type { AppEnv } from '#server/http/app-env.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const renewRoute = createRoute({
  method: 'post',
  path: '/portals/{vendor}/sessions',
  summary: 'Prove the person of a page inside a portal again, by a fresh token of the portal',
  request: {
    params: z.object({ vendor: z.string().max(64).meta({ example: 'didox24' }) }),
    body: { content: json(portalRenewal), required: true },
  },
  responses: {
    201: {
      description: 'The new bearer; the one before goes on to its own end',
      content: json(portalSession),
    },
    ...problems(
      'request.invalid',
      'request.not_found',
      'portal.not_proven',
      'portal.too_many',
      'portal.unavailable',
    ),
  },
});

/** How a page inside a portal outlives the token that it was opened with. */
export function portalSessionRoutes(deps: Deps) {
  return router<AppEnv>().openapi(renewRoute, async (c) => {
    const app = await findPortalApp(deps.db, c.req.valid('param').vendor);
    if (!app) return replyProblem({ code: 'request.not_found' });
    const form = { ...c.req.valid('json'), serverEndpoint: undefined };
    const network = clientNetwork(c, deps.config.PROXIES);
    const entered = await enterPortal(deps, app, form, 'app', network);
    if (!entered.ok) return notRenewed(entered.failure);
    const { secret, session } = entered.value;
    return c.json(
      { secret, expiresAt: session.expiresAt.toISOString(), isAdmin: session.isAdmin },
      201,
    );
  });
}

function notRenewed(failure: NotEntered) {
  if (failure.kind === 'unavailable') return replyProblem({ code: 'portal.unavailable' });
  if (failure.kind !== 'too_many') return replyProblem({ code: 'portal.not_proven' });
  const { waitSeconds } = failure;
  return replyProblem({ code: 'portal.too_many', params: { waitSeconds } });
}
