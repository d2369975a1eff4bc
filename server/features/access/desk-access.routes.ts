import { createRoute, z } from '@hono/zod-openapi';
import { languages, type Locale } from '#shared/vocabulary.ts';
import {
  accessGrantView,
  accessRequestBody,
  deskAccessList,
  revealedAccess,
} from '#shared/wire/access.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor } from '#server/features/agents/agent.ts';
import { askAccess } from '#server/features/access/ask-access.ts';
import { readDeskAccess } from '#server/features/access/read-desk-access.ts';
import { readGrant } from '#server/features/access/read-access.ts';
import { revealAccess } from '#server/features/access/reveal-access.ts';
import { revokeAccess } from '#server/features/access/revoke-access.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly } from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const ofTicket = z.object({ vendor: z.string().max(64), id: z.string().max(64) });
const ofGrant = ofTicket.extend({ grant: z.string().max(64) });
const shownIn = z.object({ locale: z.enum(languages).default('ru') });
const nothing = { content: json(z.strictObject({})), required: true };
const deskProblems = ['sign_in.required', 'vendor.not_allowed', 'ticket.not_found'] as const;

const askRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/access-requests',
  summary: "Ask a ticket's requester for access",
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: ofTicket,
    query: shownIn,
    body: { content: json(accessRequestBody), required: true },
  },
  responses: {
    201: { description: 'Asked; the requester gives it by its id', content: json(accessGrantView) },
    ...problems(
      ...deskProblems,
      'request.invalid',
      'ticket.erased',
      'idempotency_key.missing',
      'idempotency_key.reused',
    ),
  },
});

const listRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/access-grants',
  summary: 'Access of a ticket, and where it stands',
  security: agentsOnly,
  request: { params: ofTicket, query: shownIn },
  responses: {
    200: { description: 'Oldest first; never what it opens', content: json(deskAccessList) },
    ...problems(...deskProblems),
  },
});

const revealRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/access-grants/{grant}/reveal',
  summary: 'Show what an access opens; every view is logged',
  security: agentsOnly,
  request: { params: ofGrant, body: nothing },
  responses: {
    200: { description: 'Shown once; ask again to see it again', content: json(revealedAccess) },
    ...problems(
      'sign_in.required',
      'vendor.not_allowed',
      'access.not_found',
      'access.not_given',
      'access.ended',
    ),
  },
});

const revokeRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/access-grants/{grant}/revoke',
  summary: 'Take an access back and wipe what it opens',
  security: agentsOnly,
  request: { params: ofGrant, query: shownIn, body: nothing },
  responses: {
    200: { description: 'It has ended', content: json(accessGrantView) },
    ...problems(...deskProblems, 'access.not_found'),
  },
});

/** Access to the systems of requesters, below `/v1/desk/vendors/:vendor`. */
export function deskAccessRoutes(deps: Deps) {
  const grant = (at: { vendor: string; id: string }, grantId: string, locale: Locale) =>
    readGrant(deps, { tenantId: at.vendor, ticketId: at.id, grantId }, locale);
  return router<DeskEnv>()
    .openapi(askRoute, async (c) => {
      const at = c.req.valid('param');
      const { scope, days } = c.req.valid('json');
      const asked = await askAccess(deps, {
        tenantId: at.vendor,
        ticketId: at.id,
        agent: c.var.agent,
        scope,
        days,
        idempotencyKey: c.req.valid('header')['idempotency-key'],
      });
      if (!asked.ok) return replyProblem(asked.failure);
      const view = await grant(at, asked.value, c.req.valid('query').locale);
      return view.ok ? c.json(view.value, 201) : replyProblem(view.failure);
    })
    .openapi(listRoute, async (c) => {
      const { vendor: tenantId, id: ticketId } = c.req.valid('param');
      const { locale } = c.req.valid('query');
      const read = await readDeskAccess(deps, { tenantId, ticketId }, locale);
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    })
    .openapi(revealRoute, async (c) => {
      const { vendor: tenantId, id: ticketId, grant: grantId } = c.req.valid('param');
      const place = { tenantId, ticketId, grantId };
      const revealed = await revealAccess(deps, place, c.var.agent);
      return revealed.ok ? c.json(revealed.value, 200) : replyProblem(revealed.failure);
    })
    .openapi(revokeRoute, async (c) => {
      const at = c.req.valid('param');
      const place = { tenantId: at.vendor, ticketId: at.id, grantId: at.grant };
      const actor = agentActor(c.var.agent);
      const done = await revokeAccess(deps, place, actor);
      if (!done.ok) return replyProblem(done.failure);
      const view = await grant(at, at.grant, c.req.valid('query').locale);
      return view.ok ? c.json(view.value, 200) : replyProblem(view.failure);
    });
}
