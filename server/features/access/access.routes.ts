import { createRoute, z } from '@hono/zod-openapi';
import { locales } from '#shared/vocabulary.ts';
import { accessGrantList, accessGrantView, giveAccessBody } from '#shared/wire/access.ts';
import type { Deps } from '#server/deps.ts';
import { giveAccess } from '#server/features/access/give-access.ts';
import { readAccess, readGrant } from '#server/features/access/read-access.ts';
import { revokeAccess } from '#server/features/access/revoke-access.ts';
import { requesterOf } from '#server/features/requesters/identity.ts';
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

const ofTicket = z.object({ id: z.string().max(64) });
const shownIn = z.object({ locale: z.enum(locales).default('ru') });
const security = [{ requester: [] }];

const listRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/access-grants',
  summary: 'Access that was asked for and given with an own ticket',
  security,
  request: { headers: widgetKey, params: ofTicket, query: shownIn },
  responses: {
    200: { description: 'Oldest first; never what it opens', content: json(accessGrantList) },
    ...problems(...edgeProblems, 'ticket.not_found'),
  },
});

const giveRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/access-grants',
  summary: 'Give the access that an agent has asked for',
  security,
  request: {
    headers: z.object({ ...widgetKey.shape, ...idempotencyHeader.shape }),
    params: ofTicket,
    query: shownIn,
    body: { content: json(giveAccessBody), required: true },
  },
  responses: {
    201: { description: 'Sealed; nobody reads it back here', content: json(accessGrantView) },
    ...problems(
      ...edgeProblems,
      'request.malformed',
      'request.invalid',
      'request.bad_text',
      'request.too_large',
      'request.wrong_content_type',
      'idempotency_key.missing',
      'idempotency_key.reused',
      'ticket.not_found',
      'access.not_found',
      'access.already_given',
      'access.ended',
    ),
  },
});

const revokeRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/access-grants/{grant}/revoke',
  summary: 'Take an own access back and wipe what it opens',
  security,
  request: {
    headers: widgetKey,
    params: ofTicket.extend({ grant: z.string().max(64) }),
    query: shownIn,
    body: { content: json(z.strictObject({})), required: true },
  },
  responses: {
    200: { description: 'It has ended', content: json(accessGrantView) },
    ...problems(...edgeProblems, 'request.invalid', 'ticket.not_found', 'access.not_found'),
  },
});

/** What requesters give to agents apart from the text. Somebody else's ticket is not found. */
export function accessRoutes(deps: Deps) {
  return router<RequesterEnv>()
    .openapi(listRoute, async (c) => {
      const requesterId = requesterOf(c.var.identity);
      if (!requesterId) return replyProblem({ code: 'identity.required' });
      const place = { tenantId: c.var.tenantId, ticketId: c.req.valid('param').id, requesterId };
      const read = await readAccess(deps, place, c.req.valid('query').locale);
      return read.ok ? c.json({ grants: read.value }, 200) : replyProblem(read.failure);
    })
    .openapi(giveRoute, async (c) => {
      const requesterId = requesterOf(c.var.identity);
      if (!requesterId) return replyProblem({ code: 'identity.required' });
      const { grant: grantId, secret } = c.req.valid('json');
      const place = { tenantId: c.var.tenantId, ticketId: c.req.valid('param').id, grantId };
      const idempotencyKey = c.req.valid('header')['idempotency-key'];
      const given = await giveAccess(deps, { ...place, requesterId, secret, idempotencyKey });
      if (!given.ok) return replyProblem(given.failure);
      const view = await readGrant(deps, place, c.req.valid('query').locale);
      return view.ok ? c.json(view.value, 201) : replyProblem(view.failure);
    })
    .openapi(revokeRoute, async (c) => {
      const requesterId = requesterOf(c.var.identity);
      if (!requesterId) return replyProblem({ code: 'identity.required' });
      const { id: ticketId, grant: grantId } = c.req.valid('param');
      const place = { tenantId: c.var.tenantId, ticketId, grantId };
      const done = await revokeAccess(deps, place, { kind: 'requester', id: requesterId });
      if (!done.ok) return replyProblem(done.failure);
      const view = await readGrant(deps, place, c.req.valid('query').locale);
      return view.ok ? c.json(view.value, 200) : replyProblem(view.failure);
    });
}
