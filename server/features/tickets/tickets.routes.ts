import { createRoute, z } from '@hono/zod-openapi';
import { locales } from '#shared/vocabulary.ts';
import {
  logReceipt,
  openTicketBody,
  replyBody,
  storedMessage,
  ticketList,
  ticketReceipt,
  ticketStanding,
  ticketThread,
} from '#shared/wire/ticket.ts';
import type { Deps } from '#server/deps.ts';
import { replyToTicket } from '#server/features/messages/reply-to-ticket.ts';
import { requesterOf } from '#server/features/requesters/identity.ts';
import { ownTicketList, ownTicketsQuery } from '#server/features/tickets/list-own-tickets.ts';
import { openTicket } from '#server/features/tickets/open-ticket.ts';
import { readOwnTicket } from '#server/features/tickets/read-own-ticket.ts';
import { findOwnTicket } from '#server/features/tickets/tickets.repository.ts';
import { readReceipt } from '#server/features/tickets/sign-receipt.ts';
import { readStatus } from '#server/features/tickets/read-status.ts';
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

const bodyProblems = [
  'request.malformed',
  'request.invalid',
  'request.bad_text',
  'request.too_large',
  'request.wrong_content_type',
  'idempotency_key.missing',
  'idempotency_key.reused',
  'attachment.not_found',
  'field.secret_in_text',
] as const;
const ticketId = z.object({ id: z.string().max(64) });
const shownIn = z.object({ locale: z.enum(locales).default('ru') });

const exampleTicket = {
  category: 'question',
  answers: { question: 'How do I close a debt?', name: 'Ali', phone: '+998 00 000 00 00' },
  context: { page: 'https://crm.example/payments', timezone: 'Asia/Tashkent' },
  locale: 'en',
} satisfies z.input<typeof openTicketBody>;

const openTicketRoute = createRoute({
  method: 'post',
  path: '/tickets',
  summary: 'Open a ticket',
  security: [{ requester: [] }],
  request: {
    headers: z.object({ ...widgetKey.shape, ...idempotencyHeader.shape }),
    body: {
      content: { 'application/json': { schema: openTicketBody, example: exampleTicket } },
      required: true,
    },
  },
  responses: {
    201: { description: 'Stored, numbered, decided', content: json(ticketReceipt) },
    ...problems(
      ...edgeProblems,
      ...bodyProblems,
      'category.unknown',
      'field.unknown',
      'fields.missing',
      'article.open_first',
      'article.confirm_first',
      'article.link_first',
      'consent.needed',
      'other_ticket.not_found',
      'widget.off',
    ),
  },
});

const listRoute = createRoute({
  method: 'get',
  path: '/tickets',
  summary: "The requester's own tickets",
  security: [{ requester: [] }],
  request: { headers: widgetKey, query: ownTicketsQuery },
  responses: {
    200: { description: 'A page, newest first', content: json(ticketList) },
    ...problems(...edgeProblems, 'request.invalid'),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}',
  summary: 'One own ticket with its thread',
  security: [{ requester: [] }],
  request: { headers: widgetKey, params: ticketId, query: shownIn },
  responses: {
    200: { description: 'Marked as seen', content: json(ticketThread) },
    ...problems(...edgeProblems, 'ticket.not_found'),
  },
});

const receiptRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/receipt',
  summary: "Where the opening of an own ticket stands in the vendor's log, signed",
  security: [{ requester: [] }],
  request: { headers: widgetKey, params: ticketId },
  responses: {
    200: { description: 'To be held against statements of service', content: json(logReceipt) },
    ...problems(...edgeProblems, 'ticket.not_found'),
  },
});

const statusRoute = createRoute({
  method: 'get',
  path: '/tickets/status/{number}',
  summary: 'How a request stands, for its submitter and for persons of its contract',
  security: [{ requester: [] }],
  request: { headers: widgetKey, params: z.object({ number: z.string().max(20) }) },
  responses: {
    200: { description: 'Without a word of it', content: json(ticketStanding) },
    ...problems(...edgeProblems, 'ticket.not_found'),
  },
});

const replyRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/messages',
  summary: 'Write into an own ticket',
  security: [{ requester: [] }],
  request: {
    headers: z.object({ ...widgetKey.shape, ...idempotencyHeader.shape }),
    params: ticketId,
    body: { content: json(replyBody), required: true },
  },
  responses: {
    201: { description: 'Stored', content: json(storedMessage) },
    ...problems(...edgeProblems, ...bodyProblems, 'ticket.not_found', 'ticket.erased'),
  },
});

/** The requester's side of tickets. Somebody else's ticket is not found. */
export function ticketRoutes(deps: Deps) {
  return router<RequesterEnv>()
    .openapi(openTicketRoute, async (c) => {
      const opened = await openTicket(deps, {
        ...c.req.valid('json'),
        tenantId: c.var.tenantId,
        identity: c.var.identity,
        idempotencyKey: c.req.valid('header')['idempotency-key'],
      });
      return opened.ok ? c.json(opened.value, 201) : replyProblem(opened.failure);
    })
    .openapi(listRoute, async (c) => {
      const requesterId = requesterOf(c.var.identity);
      if (!requesterId) return replyProblem({ code: 'identity.required' });
      const whose = { tenantId: c.var.tenantId, requesterId };
      return c.json(await ownTicketList(deps, whose, c.req.valid('query')), 200);
    })
    .openapi(readRoute, async (c) => {
      const requesterId = requesterOf(c.var.identity);
      if (!requesterId) return replyProblem({ code: 'identity.required' });
      const { locale } = c.req.valid('query');
      const { id } = c.req.valid('param');
      const read = await readOwnTicket(deps, {
        tenantId: c.var.tenantId,
        requesterId,
        ticketId: id,
        locale,
      });
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    })
    .openapi(receiptRoute, async (c) => {
      const requesterId = requesterOf(c.var.identity);
      if (!requesterId) return replyProblem({ code: 'identity.required' });
      const { tenantId } = c.var;
      const ticket = await findOwnTicket(deps.db, tenantId, requesterId, c.req.valid('param').id);
      const receipt = ticket && (await readReceipt(deps, tenantId, ticket.id));
      return receipt ? c.json(receipt, 200) : replyProblem({ code: 'ticket.not_found' });
    })
    .openapi(statusRoute, async (c) => {
      const { tenantId, identity } = c.var;
      const read = await readStatus(deps, tenantId, identity, c.req.valid('param').number);
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    })
    .openapi(replyRoute, async (c) => {
      const requesterId = requesterOf(c.var.identity);
      if (!requesterId) return replyProblem({ code: 'identity.required' });
      const replied = await replyToTicket(deps, {
        ...c.req.valid('json'),
        tenantId: c.var.tenantId,
        requesterId,
        ticketId: c.req.valid('param').id,
        idempotencyKey: c.req.valid('header')['idempotency-key'],
      });
      return replied.ok ? c.json(replied.value, 201) : replyProblem(replied.failure);
    });
}
