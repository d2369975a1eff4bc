import { createRoute, z } from '@hono/zod-openapi';
import type { Result } from '#shared/result.ts';
import { decideOrderBody, orderList, orderView, proposeOrderBody } from '#shared/wire/orders.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { acceptOrder } from '#server/features/orders/accept-order.ts';
import { declineOrder } from '#server/features/orders/decline-order.ts';
import { finishOrder } from '#server/features/orders/finish-order.ts';
import type { OrderPlace } from '#server/features/orders/move-order.ts';
import { proposeOrder } from '#server/features/orders/propose-order.ts';
import { readOrder, readOrdersOfTicket } from '#server/features/orders/read-order.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskProblems, placeAtDesk } from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const shown = { description: 'The order as it is now', content: json(orderView) };

const listRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/orders',
  summary: 'Orders of a ticket',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: {
    200: { description: 'In the order of proposal', content: json(orderList) },
    ...problems(...deskProblems, 'ticket.not_found'),
  },
});

const proposeRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/orders',
  summary: 'Offer work to order',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: placeAtDesk,
    body: { content: json(proposeOrderBody), required: true },
  },
  responses: {
    201: shown,
    ...problems(
      ...deskProblems,
      'ticket.not_found',
      'ticket.erased',
      'ticket.awaiting_channel',
      'work.refused',
      'order.not_needed',
      'idempotency_key.missing',
      'field.secret_in_text',
      'idempotency_key.reused',
    ),
  },
});

const moveProblems = [
  ...deskProblems,
  'order.not_found',
  'ticket.erased',
  'order.decided',
  'idempotency_key.reused',
] as const;
const decide = (path: string, summary: string) =>
  createRoute({
    method: 'post',
    path,
    summary,
    security: agentsOnly,
    request: {
      headers: idempotencyHeader.partial(),
      params: placeAtDesk,
      body: { content: json(decideOrderBody), required: true },
    },
    responses: { 200: shown, ...problems(...moveProblems) },
  });
const acceptRoute = decide('/orders/{id}/accept', 'The customer accepted');
const declineRoute = decide('/orders/{id}/decline', 'The customer declined');

const doneRoute = createRoute({
  method: 'post',
  path: '/orders/{id}/done',
  summary: 'The work is done',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader.partial(),
    params: placeAtDesk,
    body: { content: json(z.strictObject({})), required: true },
  },
  responses: { 200: shown, ...problems(...moveProblems) },
});

/** Work to order, below `/v1/desk/vendors/:vendor`. Every act answers with the order as it is then. */
export function orderRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      return c.json({ orders: await readOrdersOfTicket(deps.db, vendor, id) }, 200);
    })
    .openapi(proposeRoute, async (c) => {
      const { vendor: tenantId, id: ticketId } = c.req.valid('param');
      const done = await proposeOrder(deps, {
        ...c.req.valid('json'),
        tenantId,
        ticketId,
        agent: c.var.agent,
        idempotencyKey: c.req.valid('header')['idempotency-key'],
      });
      if (!done.ok) return replyProblem(done.failure);
      const now = await readOrder(deps.db, tenantId, done.value);
      return now.ok ? c.json(now.value, 201) : replyProblem(now.failure);
    })
    .openapi(acceptRoute, async (c) => {
      const at = placeOf(c.req.valid('param'), c.req.valid('header'), c.var.agent);
      const now = await afterwards(deps, at, await acceptOrder(deps, at, c.req.valid('json').by));
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    })
    .openapi(declineRoute, async (c) => {
      const at = placeOf(c.req.valid('param'), c.req.valid('header'), c.var.agent);
      const now = await afterwards(deps, at, await declineOrder(deps, at, c.req.valid('json').by));
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    })
    .openapi(doneRoute, async (c) => {
      const at = placeOf(c.req.valid('param'), c.req.valid('header'), c.var.agent);
      const now = await afterwards(deps, at, await finishOrder(deps, at));
      return now.ok ? c.json(now.value, 200) : replyProblem(now.failure);
    });
}

const placeOf = (
  { vendor, id }: { readonly vendor: string; readonly id: string },
  { 'idempotency-key': idempotencyKey }: { readonly 'idempotency-key'?: string | undefined },
  agent: Agent,
): OrderPlace => ({ tenantId: vendor, orderId: id, agent, idempotencyKey });

const afterwards = async ({ db }: Deps, at: OrderPlace, done: Result<void, Problem>) =>
  done.ok ? readOrder(db, at.tenantId, at.orderId) : done;
