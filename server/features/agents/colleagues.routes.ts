import { createRoute } from '@hono/zod-openapi';
import { colleagueList } from '#shared/wire/colleagues.ts';
import type { Deps } from '#server/deps.ts';
import { colleaguesOf } from '#server/features/agents/agents.repository.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/agents',
  summary: 'Who works at the desk: whom a ticket can be given to, who can be brought in',
  security: agentsOnly,
  request: { params: deskOf },
  responses: {
    200: { description: 'By name', content: json(colleagueList) },
    ...problems('sign_in.required', 'vendor.not_allowed'),
  },
});

/** The people of a desk, below `/v1/desk/vendors/:vendor`. */
export const colleagueRoutes = (deps: Deps) =>
  router<DeskEnv>().openapi(listRoute, async (c) => {
    const rows = await colleaguesOf(deps.db, c.req.valid('param').vendor);
    return c.json({ rows: rows.map(({ id, name, role }) => ({ id, name, role })) }, 200);
  });
