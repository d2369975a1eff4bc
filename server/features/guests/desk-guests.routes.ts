import { createRoute, z } from '@hono/zod-openapi';
import { guestBody, guestInvited, guestList } from '#shared/wire/guests.ts';
import type { Deps } from '#server/deps.ts';
import { inviteGuest } from '#server/features/guests/invite-guest.ts';
import { listTicketGuests } from '#server/features/guests/list-ticket-guests.ts';
import { revokeGuest } from '#server/features/guests/revoke-guest.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, placeAtDesk } from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const list = { description: 'The first one first', content: json(guestList) };
const codes = ['sign_in.required', 'vendor.not_allowed', 'ticket.not_found'] as const;

const listRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/guests',
  summary: 'Who was invited to a ticket from outside',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: { 200: list, ...problems(...codes) },
});

const inviteRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/guests',
  summary: 'Invite somebody from outside to one ticket; the link is said once',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: placeAtDesk,
    body: { content: json(guestBody), required: true },
  },
  responses: {
    201: { description: 'The link to hand over', content: json(guestInvited) },
    ...problems(
      ...codes,
      'request.invalid',
      'ticket.erased',
      'field.secret_in_text',
      'guest.gone',
      'idempotency_key.missing',
      'idempotency_key.reused',
    ),
  },
});

const revokeRoute = createRoute({
  method: 'delete',
  path: '/tickets/{id}/guests/{guest}',
  summary: "Take a guest's link away; again is harmless",
  security: agentsOnly,
  request: { params: placeAtDesk.extend({ guest: z.string().max(64) }) },
  responses: { 200: list, ...problems(...codes) },
});

/** Guests of a ticket, below `/v1/desk/vendors/:vendor`. */
export function deskGuestRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      const now = await listTicketGuests(deps, vendor, id);
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    })
    .openapi(inviteRoute, async (c) => {
      const { vendor: tenantId, id: ticketId } = c.req.valid('param');
      const invited = await inviteGuest(deps, { tenantId, ticketId }, c.req.valid('json'), {
        agent: c.var.agent,
        idempotencyKey: c.req.valid('header')['idempotency-key'],
      });
      return invited.ok ? c.json(invited.value, 201) : replyProblem(invited.failure);
    })
    .openapi(revokeRoute, async (c) => {
      const { vendor: tenantId, id: ticketId, guest } = c.req.valid('param');
      await revokeGuest(deps, { tenantId, ticketId }, guest, c.var.agent);
      const now = await listTicketGuests(deps, tenantId, ticketId);
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    });
}
