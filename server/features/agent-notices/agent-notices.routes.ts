import { createRoute, z } from '@hono/zod-openapi';
import { noticeList } from '#shared/wire/watch.ts';
import type { Deps } from '#server/deps.ts';
import { unseenNotices } from '#server/features/agent-notices/agent-notices.repository.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { json, problems, router } from '#server/http/openapi.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/notices',
  summary: 'What calls the agent who asks',
  security: [{ agent: [] }],
  request: { params: z.object({ vendor: z.string().max(64) }) },
  responses: {
    200: { description: 'Not seen yet, the newest first', content: json(noticeList) },
    ...problems('sign_in.required', 'vendor.not_allowed'),
  },
});

/** Notices of the signed-in agent, below `/v1/desk/vendors/:vendor`. */
export function agentNoticeRoutes(deps: Deps) {
  return router<DeskEnv>().openapi(listRoute, async (c) => {
    const rows = await unseenNotices(deps.db, c.req.valid('param').vendor, c.var.agent.id);
    return c.json(
      {
        rows: rows.map(({ id, kind, ticketId, at }) => ({
          id: String(id),
          kind,
          ticketId,
          at: at.toISOString(),
        })),
      },
      200,
    );
  });
}
