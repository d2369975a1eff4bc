import { createRoute, z } from '@hono/zod-openapi';
import { and, eq } from 'drizzle-orm';
import { deskSession, type DeskSession } from '#shared/wire/desk.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { deleteSession, desksOf } from '#server/features/agents/agents.repository.ts';
import { signIn } from '#server/features/agents/sign-in.ts';
import { countTickets } from '#server/features/tickets/count-tickets.ts';
import { notEnded, tickets } from '#server/features/tickets/tickets.table.ts';
import { agentsOnly } from '#server/http/desk-route.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { deskSide, endSession, startSession } from '#server/http/desk-side.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const signInRoute = createRoute({
  method: 'post',
  path: '/session',
  summary: 'Sign in with a one-time token',
  request: {
    body: { content: json(z.strictObject({ token: z.string().max(200) })), required: true },
  },
  responses: {
    200: { description: 'A session cookie is set', content: json(deskSession) },
    ...problems('sign_in.expired', 'request.invalid'),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who is signed in, and at which desks',
  security: agentsOnly,
  responses: {
    200: { description: 'The session', content: json(deskSession) },
    ...problems('sign_in.required'),
  },
});

const signOutRoute = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'Sign out',
  security: agentsOnly,
  responses: { 204: { description: 'Ended' }, ...problems('sign_in.required') },
});

/** Signing in and out of the desk, below `/v1/desk`. */
export function sessionRoutes(deps: Deps) {
  const routes = router<DeskEnv>();
  routes.on(['GET', 'DELETE'], '/session', deskSide(deps));
  return routes
    .openapi(signInRoute, async (c) => {
      const signedIn = await signIn(deps, c.req.valid('json').token);
      if (!signedIn.ok) return replyProblem(signedIn.failure);
      startSession(c, signedIn.value.secret, deps.publicUrl.startsWith('https:'));
      return c.json(await sessionOf(deps, signedIn.value.agentId), 200);
    })
    .openapi(readRoute, async (c) => c.json(await sessionOf(deps, c.var.agent.id), 200))
    .openapi(signOutRoute, async (c) => {
      const secret = endSession(c);
      if (secret) await deleteSession(deps.db, sha256(secret));
      return c.body(null, 204);
    });
}

async function sessionOf(deps: Deps, agentId: string): Promise<DeskSession> {
  const desks = await desksOf(deps.db, agentId);
  const now = deps.now();
  const vendors = await Promise.all(
    desks.map(async ({ tenantId }) => ({
      key: tenantId,
      name: deps.policies.inForce(tenantId, now)?.pack.name.ru ?? tenantId,
      open: await countTickets(deps.db, and(eq(tickets.tenantId, tenantId), notEnded)),
    })),
  );
  return {
    agent: { id: agentId, name: desks[0]?.name ?? agentId },
    vendors,
    demo: deps.config.DEMO,
  };
}
