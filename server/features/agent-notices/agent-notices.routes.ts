import { createRoute, z } from '@hono/zod-openapi';
import { noticeList, type NoticeList } from '#shared/wire/watch.ts';
import type { Deps } from '#server/deps.ts';
import {
  markNoticeSeen,
  unseenNotices,
  type NoticePlace,
} from '#server/features/agent-notices/agent-notices.repository.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { afterPlace, pageQuery, placeParts, placeText } from '#server/http/page.ts';
import { readOn } from '#server/http/read-on.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

const listQuery = pageQuery(200, 50).extend({
  after: afterPlace('1795348200000:42', placeParts.instant, placeParts.number).transform(
    (parts): NoticePlace | undefined =>
      parts && { at: new Date(Number(parts[0])), id: Number(parts[1]) },
  ),
});

const listRoute = createRoute({
  method: 'get',
  path: '/notices',
  summary: 'What calls the agent who asks',
  security: agentsOnly,
  request: { params: deskOf, query: listQuery },
  responses: {
    200: {
      description: 'A page of what is not seen yet, the newest first',
      content: json(noticeList),
    },
    ...problems(...deskProblems),
  },
});

const seenRoute = createRoute({
  method: 'post',
  path: '/notices/{id}/seen',
  summary: 'Put an own notice of a letter or a receiver away',
  security: agentsOnly,
  request: {
    params: deskOf.extend({ id: z.coerce.number().int().min(1) }),
    body: { content: json(z.strictObject({})), required: true },
  },
  responses: {
    204: { description: 'It is shown no more' },
    ...problems('sign_in.required', 'vendor.not_allowed', 'request.invalid'),
  },
});

/** Notices of the signed-in agent, below `/v1/desk/vendors/:vendor`. */
export function agentNoticeRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { vendor } = c.req.valid('param');
      const pack = deps.policies.inForce(vendor, deps.now())?.pack;
      const whose = { tenantId: vendor, agentId: c.var.agent.id };
      const { rows, next } = await readOn(
        c.req.valid('query'),
        (after, count) => unseenNotices(deps.db, whose, after, count),
        ({ notice: { at, id } }) => ({ at, id }),
        (row) => noticeView(pack, row),
      );
      return c.json({ rows, next: next && placeText(next.at.getTime(), next.id) }, 200);
    })
    .openapi(seenRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const agentId = c.var.agent.id;
      await markNoticeSeen(deps.db, { tenantId, agentId, id }, new Date(deps.now()));
      return c.body(null, 204);
    });
}

/** Undefined for what is not there any more. */
function noticeView(
  pack: PolicyPack | undefined,
  row: Awaited<ReturnType<typeof unseenNotices>>[number],
): NoticeList['rows'][number] | undefined {
  const { notice, ticket, webhook, portalHost: host, portalDomain: domain } = row;
  const { kind, letterId, ticketId, portalId: portal } = notice;
  const seen = { id: String(notice.id), at: notice.at.toISOString() };
  const number = ticket && (pack ? shownNumber(pack, ticket.number) : String(ticket.number));
  if (kind === 'letter_failed')
    return { ...seen, kind, letter: String(letterId), ticketId, ticketNumber: number };
  if (kind === 'webhook_failed') {
    if (!webhook) return undefined;
    const stopped = webhook.stoppedAt !== null;
    return { ...seen, kind, webhook: webhook.id, host: new URL(webhook.url).host, stopped };
  }
  if (kind === 'vendor_portal_failed') return host === null ? undefined : { ...seen, kind, host };
  if (kind === 'portal_contract_asked') return { ...seen, kind };
  if (kind === 'portal_not_erased')
    return portal === null || domain === null ? undefined : { ...seen, kind, portal, domain };
  if (!ticket || number === null) return undefined;
  if (kind === 'consent_withdrawn')
    return { ...seen, kind, ticketId: ticket.id, ticketNumber: number };
  return { ...seen, kind, ticketId: ticket.id, ticketNumber: number, ackBy: ackByOf(ticket.life) };
}

/** By when somebody is to take a ticket up, while its clock runs. */
function ackByOf({ clocks: { critical_ack: clock } }: LifeState): string | null {
  const runs = clock && clock.stoppedAt === null && clock.dueAt !== null;
  return runs ? new Date(clock.dueAt).toISOString() : null;
}
