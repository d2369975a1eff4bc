import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { languages, type Locale } from '#shared/vocabulary.ts';
import type { Result } from '#shared/result.ts';
import {
  answerTicketBody,
  deskQueue as deskQueueShape,
  deskTicket as deskTicketShape,
  type DeskTicket,
} from '#shared/wire/desk.ts';
import { ticketAct } from '#shared/wire/ticket-act.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { answerTicket } from '#server/features/messages/answer-ticket.ts';
import { doTicketAct } from '#server/features/life/do-ticket-act.ts';
import { hiddenTickets } from '#server/features/tickets/hidden-tickets.ts';
import { deskQueue } from '#server/features/tickets/desk-queue.ts';
import { queueParts, readCursor } from '#server/features/tickets/queue-cursor.ts';
import { deskTicket } from '#server/features/tickets/desk-ticket.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { expectedVersion, ifMatch, tagOf } from '#server/http/if-match.ts';
import { agentsOnly, deskOf, placeAtDesk } from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const shownIn = z.object({ locale: z.enum(languages).default('ru') });
const changed = { description: 'The ticket as it is now', content: json(deskTicketShape) };
const changeCodes = [
  'sign_in.required',
  'vendor.not_allowed',
  'ticket.not_found',
  'ticket.erased',
  'ticket.nobody_reads',
  'ticket.changed',
  'request.invalid',
] as const;

/** Why the regulation refuses an act. */
const actCodes = [
  'act.not_allowed',
  'act.not_yours',
  'words.needed',
  'ticket.merged',
  'merge.holds_others',
  'merge.other_requester',
  'merge.other_kind',
  'merge.target_over',
  'other_ticket.not_found',
  'other_ticket.same',
  'ticket.awaiting_channel',
  'diagnosis.not_started',
  'cause.unknown',
  'agent.not_found',
  'finding.needed',
  'answer.unknown',
  'answer.other_needed',
  'answer.incomplete',
  'answer.unknown_version',
  'answer.unknown_update',
  'answer.unknown_day',
  'answer.unknown_workaround',
  'release.out',
  'vulnerability.cure_needed',
  'proposal.outcome_needed',
  'reason.not_allowed',
  'escalation.not_provided',
  'escalation.unknown_target',
  'escalation.no_reason',
  'escalation.tell_requester',
  'instant.past',
  'critical.not_running',
  'close.not_due',
  'follow_up.closed',
  'appeal.not_provided',
  'attachment.not_found',
  'field.secret_in_text',
  'idempotency_key.reused',
] as const;

const queueRoute = createRoute({
  method: 'get',
  path: '/queue',
  summary: "The desk's tickets in the order of its regulation",
  security: agentsOnly,
  request: {
    params: deskOf,
    query: shownIn.extend({
      view: z.enum(queueParts).default('open'),
      after: z.string().max(120).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(100),
      team: z.string().max(64).optional(),
      target: z.string().max(64).optional(),
    }),
  },
  responses: {
    200: { description: 'A page, in order', content: json(deskQueueShape) },
    ...problems('sign_in.required', 'vendor.not_allowed', 'request.invalid'),
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}',
  summary: 'One ticket with everything an agent sees',
  security: agentsOnly,
  request: { params: placeAtDesk, query: shownIn },
  responses: {
    200: changed,
    ...problems('sign_in.required', 'vendor.not_allowed', 'ticket.not_found'),
  },
});

const answerRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/messages',
  summary: 'Answer, ask or note',
  security: agentsOnly,
  request: {
    headers: z.object({ ...idempotencyHeader.shape, ...ifMatch.shape }),
    params: placeAtDesk,
    query: shownIn,
    body: { content: json(answerTicketBody), required: true },
  },
  responses: {
    201: changed,
    ...problems(
      ...changeCodes,
      'ticket.awaiting_channel',
      'attachment.not_found',
      'article.not_found',
      'field.secret_in_text',
      'idempotency_key.missing',
      'idempotency_key.reused',
      'known_problem.not_found',
      'answer.unknown_version',
      'answer.unknown_update',
      'answer.unknown_day',
      'answer.unknown_workaround',
      'release.out',
      'instant.past',
    ),
  },
});

const actRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/acts',
  summary: 'Do something with a ticket: diagnose, hand over, put off, refuse, resolve, reopen …',
  security: agentsOnly,
  request: {
    headers: z.object({ ...idempotencyHeader.partial().shape, ...ifMatch.shape }),
    params: placeAtDesk,
    query: shownIn,
    body: { content: json(ticketAct), required: true },
  },
  responses: {
    200: changed,
    ...problems(...changeCodes, ...actCodes, 'ticket.not_awaiting_channel'),
  },
});

/** What agents do, below `/v1/desk/vendors/:vendor`. Every act answers with the ticket as it is then. */
export function deskRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(queueRoute, async (c) => {
      const policy = deps.policies.inForce(c.req.valid('param').vendor, deps.now());
      if (!policy) return replyProblem({ code: 'vendor.not_allowed' });
      const { locale, view: part, after, limit, ...filter } = c.req.valid('query');
      const cursor = after === undefined ? undefined : readCursor(part, after);
      if (after !== undefined && !cursor) {
        return replyProblem({ code: 'request.invalid', fields: ['after'] });
      }
      const hidden = hiddenTickets(deps, policy.pack.vendor, c.var.agent.id);
      const asked = { part, after: cursor, limit, filter: { ...filter, hidden } };
      return c.json(await deskQueue(deps, policy, locale, asked), 200);
    })
    .openapi(readRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const reader = readerOf(c, c.req.valid('query').locale);
      const read = await deskTicket(deps, tenantId, id, reader);
      return read.ok ? answered(c, read.value, 200) : replyProblem(read.failure);
    })
    .openapi(answerRoute, async (c) => {
      const at = placeOf(c.req.valid('param'), c.req.valid('header')['if-match']);
      const done = await answerTicket(deps, {
        ...c.req.valid('json'),
        ...at,
        answer: c.req.valid('json').answer ?? null,
        agent: c.var.agent,
        idempotencyKey: c.req.valid('header')['idempotency-key'],
      });
      const reader = readerOf(c, c.req.valid('query').locale);
      const now = await afterwards(deps, done, at, reader);
      return now.ok ? answered(c, now.value, 201) : replyProblem(now.failure);
    })
    .openapi(actRoute, async (c) => {
      const { 'if-match': seen, 'idempotency-key': key } = c.req.valid('header');
      const at = placeOf(c.req.valid('param'), seen);
      const done = await doTicketAct(deps, at, c.req.valid('json'), {
        agent: c.var.agent,
        key,
      });
      const reader = readerOf(c, c.req.valid('query').locale);
      const now = await afterwards(deps, done, at, reader);
      return now.ok ? answered(c, now.value, 200) : replyProblem(now.failure);
    });
}

/** The version goes along as an entity tag, to be sent back as `If-Match`. */
function answered<Status extends 200 | 201>(
  c: Context<DeskEnv>,
  ticket: DeskTicket,
  status: Status,
) {
  return c.json(ticket, status, tagOf(ticket));
}

const placeOf = (param: { vendor: string; id: string }, match: string | undefined) => ({
  tenantId: param.vendor,
  ticketId: param.id,
  expectedVersion: expectedVersion({ 'if-match': match }),
});

const readerOf = (c: Context<DeskEnv>, locale: Locale) => ({ locale, agentId: c.var.agent.id });

const afterwards = async (
  deps: Deps,
  done: Result<unknown, Problem>,
  at: { readonly tenantId: string; readonly ticketId: string },
  reader: ReturnType<typeof readerOf>,
) => (done.ok ? deskTicket(deps, at.tenantId, at.ticketId, reader) : done);
