import { createRoute } from '@hono/zod-openapi';
import { arrivalBody, arrivedTicket } from '#shared/wire/arrival.ts';
import type { Deps } from '#server/deps.ts';
import { arriveByCode } from '#server/features/tickets/arrive-by-code.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf } from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const arriveRoute = createRoute({
  method: 'post',
  path: '/arrivals',
  summary: 'Take a prepared request by the one-time code that its message carries',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader.partial(),
    params: deskOf,
    body: { content: json(arrivalBody), required: true },
  },
  responses: {
    200: { description: 'The ticket, which has arrived', content: json(arrivedTicket) },
    ...problems(
      'sign_in.required',
      'vendor.not_allowed',
      'request.invalid',
      'arrival.unknown_code',
      'arrival.code_expired',
      'ticket.not_found',
      'ticket.not_awaiting_channel',
      'ticket.erased',
      'ticket.changed',
      'idempotency_key.reused',
    ),
  },
});

/** What comes into an official channel by code, below `/v1/desk/vendors/:vendor`. */
export const arrivalRoutes = (deps: Deps) =>
  router<DeskEnv>().openapi(arriveRoute, async (c) => {
    const arrived = await arriveByCode(
      deps,
      c.req.valid('param').vendor,
      c.req.valid('json').code,
      { agent: c.var.agent, key: c.req.valid('header')['idempotency-key'] },
    );
    return arrived.ok ? c.json(arrived.value, 200) : replyProblem(arrived.failure);
  });
