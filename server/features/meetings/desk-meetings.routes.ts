import { createRoute, z } from '@hono/zod-openapi';
import { fail, succeed, type Result } from '#shared/result.ts';
import { meetingBody, meetingHeldBody, meetingList } from '#shared/wire/meetings.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { arrangeMeeting } from '#server/features/meetings/arrange-meeting.ts';
import { cancelMeeting } from '#server/features/meetings/cancel-meeting.ts';
import { holdMeeting } from '#server/features/meetings/hold-meeting.ts';
import { listMeetings } from '#server/features/meetings/list-meetings.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, placeAtDesk } from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const meetingPlace = placeAtDesk.extend({ meeting: z.string().max(64) });
const list = {
  description: 'All meetings about the ticket as they are now',
  content: json(meetingList),
};
const codes = ['sign_in.required', 'vendor.not_allowed', 'ticket.not_found'] as const;

const listRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/meetings',
  summary: 'Online meetings about a ticket',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: { 200: list, ...problems(...codes) },
});

const arrangeRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/meetings',
  summary: 'Arrange an online meeting and invite the requester',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: placeAtDesk,
    body: { content: json(meetingBody), required: true },
  },
  responses: {
    201: list,
    ...problems(
      ...codes,
      'request.invalid',
      'instant.past',
      'ticket.erased',
      'idempotency_key.missing',
      'idempotency_key.reused',
    ),
  },
});

const cancelRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/meetings/{meeting}/cancel',
  summary: 'Call a meeting off; again is harmless',
  security: agentsOnly,
  request: {
    params: meetingPlace,
    body: { content: json(z.strictObject({})), required: true },
  },
  responses: { 200: list, ...problems(...codes, 'meeting.not_found', 'meeting.over') },
});

const holdRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/meetings/{meeting}/held',
  summary: 'Write down how long a meeting took; again is harmless',
  security: agentsOnly,
  request: { params: meetingPlace, body: { content: json(meetingHeldBody), required: true } },
  responses: {
    200: list,
    ...problems(
      ...codes,
      'request.invalid',
      'meeting.not_found',
      'meeting.over',
      'ticket.awaiting_channel',
      'work.refused',
      'order.needed',
      'order.not_found',
      'order.not_accepted',
      'hours.used_up',
    ),
  },
});

/** Meetings about tickets, below `/v1/desk/vendors/:vendor`. */
export function deskMeetingRoutes(deps: Deps) {
  const after = async (done: Result<unknown, Problem>, tenantId: string, id: string) => {
    if (!done.ok) return done;
    const ticket = await findTicket(deps.db, tenantId, id);
    const policy = ticket && deps.policies.edition(tenantId, ticket.edition);
    return policy
      ? succeed(await listMeetings(deps.db, policy.pack, ticket))
      : fail<Problem>({ code: 'ticket.not_found' });
  };
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      const now = await after(succeed(undefined), vendor, id);
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    })
    .openapi(arrangeRoute, async (c) => {
      const { vendor: tenantId, id: ticketId } = c.req.valid('param');
      const arranged = await arrangeMeeting(deps, { tenantId, ticketId }, c.req.valid('json'), {
        agent: c.var.agent,
        idempotencyKey: c.req.valid('header')['idempotency-key'],
      });
      const now = await after(arranged, tenantId, ticketId);
      return now.ok ? c.json(now.value, 201) : replyProblem(now.failure);
    })
    .openapi(cancelRoute, async (c) => {
      const { vendor: tenantId, id: ticketId, meeting: meetingId } = c.req.valid('param');
      const at = { tenantId, ticketId, meetingId };
      const now = await after(await cancelMeeting(deps, at, c.var.agent), tenantId, ticketId);
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    })
    .openapi(holdRoute, async (c) => {
      const { vendor: tenantId, id: ticketId, meeting: meetingId } = c.req.valid('param');
      const at = { tenantId, ticketId, meetingId };
      const held = await holdMeeting(deps, at, c.req.valid('json'), c.var.agent);
      const now = await after(held, tenantId, ticketId);
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    });
}
