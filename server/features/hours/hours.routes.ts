import { createRoute, z } from '@hono/zod-openapi';
import {
  correctTimeBody,
  loggedTime,
  logTimeBody,
  organisationHours,
  ticketTime,
  timePreview,
  timePreviewQuery,
} from '#shared/wire/hours.ts';
import type { ProblemCode } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { correctTime } from '#server/features/hours/correct-time.ts';
import { logTime } from '#server/features/hours/log-time.ts';
import { previewTime } from '#server/features/hours/preview-time.ts';
import { readLoggedTime } from '#server/features/hours/read-logged-time.ts';
import { readOrganisationHours } from '#server/features/hours/read-organisation-hours.ts';
import { readTicketTime } from '#server/features/hours/read-ticket-time.ts';
import { voidTime } from '#server/features/hours/void-time.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems } from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const ticketPlace = deskOf.extend({ id: z.string().max(64) });
const entryPlace = ticketPlace.extend({ entry: z.string().max(64) });
const logged = { description: 'The entry and the month it counts in', content: json(loggedTime) };
const written: readonly ProblemCode[] = [
  ...deskProblems,
  'ticket.not_found',
  'ticket.awaiting_channel',
  'work.refused',
  'order.needed',
  'order.not_found',
  'order.not_accepted',
  'hours.used_up',
  'idempotency_key.missing',
  'idempotency_key.reused',
];

const readRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/time',
  summary: 'Time on a ticket, and this month of its customer',
  security: agentsOnly,
  request: { params: ticketPlace },
  responses: {
    200: { description: 'The oldest first', content: json(ticketTime) },
    ...problems(...deskProblems, 'ticket.not_found'),
  },
});

const previewRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/time/preview',
  summary: 'What work would use up; nothing is written',
  security: agentsOnly,
  request: { params: ticketPlace, query: timePreviewQuery },
  responses: {
    200: { description: 'Rounded as the regulation rounds', content: json(timePreview) },
    ...problems(...deskProblems, 'ticket.not_found'),
  },
});

const logRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/time',
  summary: 'Write down time that was worked',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: ticketPlace,
    body: { content: json(logTimeBody), required: true },
  },
  responses: { 201: logged, ...problems(...written) },
});

const correctRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/time/{entry}/correct',
  summary: 'Put other minutes in the place of an entry',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: entryPlace,
    body: { content: json(correctTimeBody), required: true },
  },
  responses: {
    201: logged,
    ...problems(...written, 'time_entry.not_found', 'time_entry.voided'),
  },
});

const voidRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/time/{entry}/void',
  summary: 'Take an entry back; it stays readable',
  security: agentsOnly,
  request: { params: entryPlace, body: { content: json(z.strictObject({})), required: true } },
  responses: { 200: logged, ...problems(...deskProblems, 'time_entry.not_found') },
});

const monthRoute = createRoute({
  method: 'get',
  path: '/organisations/{organisation}/hours',
  summary: "A month of an organisation's hours",
  security: agentsOnly,
  request: {
    params: deskOf.extend({ organisation: z.string().max(64) }),
    query: z.object({
      month: z
        .string()
        .regex(/^2\d{3}-(0[1-9]|1[0-2])$/)
        .meta({
          description:
            'The month in whose days it begins, in the zone of the vendor; absent: that of now.',
          example: '2026-11',
        })
        .optional(),
    }),
  },
  responses: {
    200: { description: 'What the plan holds and what is used', content: json(organisationHours) },
    ...problems(...deskProblems, 'organisation.not_found'),
  },
});

/** Time and hours, below `/v1/desk/vendors/:vendor`. */
export function hoursRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(readRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const read = await readTicketTime(deps, tenantId, id);
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    })
    .openapi(previewRoute, async (c) => {
      const { vendor: tenantId, id: ticketId } = c.req.valid('param');
      const read = await previewTime(deps, { ...c.req.valid('query'), tenantId, ticketId });
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    })
    .openapi(logRoute, async (c) => {
      const { vendor: tenantId, id: ticketId } = c.req.valid('param');
      const { workedAt, order, ...work } = c.req.valid('json');
      const done = await logTime(
        deps,
        {
          ...work,
          tenantId,
          ticketId,
          agentId: c.var.agent.id,
          orderId: order,
          workedAt: workedAt === undefined ? undefined : Date.parse(workedAt),
        },
        { agent: c.var.agent, idempotencyKey: c.req.valid('header')['idempotency-key'] },
      );
      if (!done.ok) return replyProblem(done.failure);
      const now = await readLoggedTime(deps, tenantId, ticketId, done.value);
      return now.ok ? c.json(now.value, 201) : replyProblem(now.failure);
    })
    .openapi(correctRoute, async (c) => {
      const { vendor: tenantId, id: ticketId, entry: entryId } = c.req.valid('param');
      const done = await correctTime(deps, {
        ...c.req.valid('json'),
        tenantId,
        ticketId,
        entryId,
        agent: c.var.agent,
        idempotencyKey: c.req.valid('header')['idempotency-key'],
      });
      if (!done.ok) return replyProblem(done.failure);
      const now = await readLoggedTime(deps, tenantId, ticketId, done.value);
      return now.ok ? c.json(now.value, 201) : replyProblem(now.failure);
    })
    .openapi(voidRoute, async (c) => {
      const { vendor: tenantId, id: ticketId, entry: entryId } = c.req.valid('param');
      const done = await voidTime(deps, { tenantId, ticketId, entryId }, c.var.agent);
      if (!done.ok) return replyProblem(done.failure);
      const now = await readLoggedTime(deps, tenantId, ticketId, entryId);
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    })
    .openapi(monthRoute, async (c) => {
      const { vendor: tenantId, organisation } = c.req.valid('param');
      const { month } = c.req.valid('query');
      const read = await readOrganisationHours(deps, tenantId, organisation, month);
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    });
}
