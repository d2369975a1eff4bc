import { createRoute } from '@hono/zod-openapi';
import { noticeList } from '#shared/wire/watch.ts';
import type { Deps } from '#server/deps.ts';
import { unseenNotices } from '#server/features/agent-notices/agent-notices.repository.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/notices',
  summary: 'What calls the agent who asks',
  security: agentsOnly,
  request: { params: deskOf },
  responses: {
    200: { description: 'Not seen yet, the newest first', content: json(noticeList) },
    ...problems('sign_in.required', 'vendor.not_allowed'),
  },
});

/** Notices of the signed-in agent, below `/v1/desk/vendors/:vendor`. */
export function agentNoticeRoutes(deps: Deps) {
  return router<DeskEnv>().openapi(listRoute, async (c) => {
    const { vendor } = c.req.valid('param');
    const pack = deps.policies.inForce(vendor, deps.now())?.pack;
    const rows = await unseenNotices(deps.db, vendor, c.var.agent.id);
    return c.json(
      {
        rows: rows.map(({ notice: { id, kind, ticketId, at }, ticket }) => ({
          id: String(id),
          kind,
          ticketId,
          ticketNumber: pack ? shownNumber(pack, ticket.number) : String(ticket.number),
          ackBy: ackByOf(ticket.life),
          at: at.toISOString(),
        })),
      },
      200,
    );
  });
}

/** By when somebody is to take a ticket up, while its clock runs. */
function ackByOf({ clocks: { critical_ack: clock } }: LifeState): string | null {
  const runs = clock && clock.stoppedAt === null && clock.dueAt !== null;
  return runs ? new Date(clock.dueAt).toISOString() : null;
}
