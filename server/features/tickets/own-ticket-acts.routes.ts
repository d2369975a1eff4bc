import { createRoute, z } from '@hono/zod-openapi';
import { locales } from '#shared/vocabulary.ts';
import { completeRequestBody, requesterAct } from '#shared/wire/requester-act.ts';
import { ticketThread } from '#shared/wire/ticket.ts';
import type { Deps } from '#server/deps.ts';
import { doRequesterAct } from '#server/features/life/do-requester-act.ts';
import { requesterOf } from '#server/features/requesters/identity.ts';
import { completeRequest } from '#server/features/tickets/complete-request.ts';
import { readOwnTicket } from '#server/features/tickets/read-own-ticket.ts';
import type { RequesterEnv } from '#server/http/app-env.ts';
import {
  edgeProblems,
  idempotencyHeader,
  json,
  problems,
  router,
  widgetKey,
} from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const headers = z.object({ ...widgetKey.shape, ...idempotencyHeader.shape });
const ticketId = z.object({ id: z.string().max(64) });
const shownIn = z.object({ locale: z.enum(locales).default('ru') });
const thread = { description: 'The thread as it is now', content: json(ticketThread) };
const codes = [
  ...edgeProblems,
  'ticket.not_found',
  'ticket.erased',
  'ticket.merged',
  'act.not_allowed',
  'request.invalid',
  'request.malformed',
  'field.secret_in_text',
  'idempotency_key.missing',
  'idempotency_key.reused',
] as const;

const actRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/acts',
  summary: 'Open an own ticket again, withdraw it, appeal, or say how the solution went',
  security: [{ requester: [] }],
  request: {
    headers,
    params: ticketId,
    query: shownIn,
    body: { content: json(requesterAct), required: true },
  },
  responses: {
    200: thread,
    ...problems(
      ...codes,
      'reopen.complete_first',
      'reopen.new_ticket',
      'reopen.too_late',
      'follow_up.closed',
      'appeal.not_provided',
      'ticket.awaiting_channel',
    ),
  },
});

const completeRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/answers',
  summary: 'Add what an own request lacked',
  security: [{ requester: [] }],
  request: {
    headers,
    params: ticketId,
    query: shownIn,
    body: { content: json(completeRequestBody), required: true },
  },
  responses: {
    200: thread,
    ...problems(...codes, 'field.unknown', 'field.not_missing', 'attachment.not_found'),
  },
});

/** What requesters do with their own tickets besides writing. Somebody else's ticket is not found. */
export function ownTicketActRoutes(deps: Deps) {
  return router<RequesterEnv>()
    .openapi(actRoute, async (c) => {
      const requesterId = requesterOf(c.var.identity);
      if (!requesterId) return replyProblem({ code: 'identity.required' });
      const own = { tenantId: c.var.tenantId, ticketId: c.req.valid('param').id, requesterId };
      const idempotencyKey = c.req.valid('header')['idempotency-key'];
      const done = await doRequesterAct(deps, { ...own, idempotencyKey }, c.req.valid('json'));
      const { locale } = c.req.valid('query');
      const read = done.ok ? await readOwnTicket(deps, { ...own, locale }) : done;
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    })
    .openapi(completeRoute, async (c) => {
      const requesterId = requesterOf(c.var.identity);
      if (!requesterId) return replyProblem({ code: 'identity.required' });
      const own = { tenantId: c.var.tenantId, ticketId: c.req.valid('param').id, requesterId };
      const idempotencyKey = c.req.valid('header')['idempotency-key'];
      const done = await completeRequest(deps, { ...own, idempotencyKey }, c.req.valid('json'));
      const { locale } = c.req.valid('query');
      const read = done.ok ? await readOwnTicket(deps, { ...own, locale }) : done;
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    });
}
