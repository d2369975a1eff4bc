import { createRoute, z } from '@hono/zod-openapi';
import {
  contactBody,
  contactRecorded,
  convertBody,
  interactionList,
} from '#shared/wire/interactions.ts';
import type { Deps } from '#server/deps.ts';
import { convertInteraction } from '#server/features/interactions/convert-interaction.ts';
import { listInteractions } from '#server/features/interactions/interactions.repository.ts';
import { interactions } from '#server/features/interactions/interactions.table.ts';
import { recordContact } from '#server/features/interactions/record-contact.ts';
import { ofSeenTickets } from '#server/features/tickets/hidden-tickets.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems, placeAtDesk } from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const list = { description: 'A page, the newest first', content: json(interactionList) };
const codes = ['sign_in.required', 'vendor.not_allowed'] as const;

const recordRoute = createRoute({
  method: 'post',
  path: '/interactions',
  summary: 'Write down a call, or a message that reached a person instead of the desk',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: deskOf,
    body: { content: json(contactBody), required: true },
  },
  responses: {
    201: { description: 'A ticket, or a note and what to answer', content: json(contactRecorded) },
    ...problems(
      ...codes,
      'requester.not_found',
      'category.unknown',
      'contact.not_recorded',
      'interaction.not_found',
      'request.invalid',
      'idempotency_key.missing',
      'field.secret_in_text',
      'idempotency_key.reused',
      'service.unavailable',
    ),
  },
});

const listRoute = createRoute({
  method: 'get',
  path: '/interactions',
  summary: 'Contacts that are no requests: of a person, of an organisation, or all',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: z.object({
      requester: z.string().max(64).optional(),
      organisation: z.string().max(200).optional(),
      ...pageQuery(200, 50).shape,
    }),
  },
  responses: { 200: list, ...problems(...deskProblems) },
});

const cardRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/interactions',
  summary: 'Contacts of the person behind a ticket and of their organisation',
  security: agentsOnly,
  request: { params: placeAtDesk, query: pageQuery(200, 50) },
  responses: { 200: list, ...problems(...deskProblems, 'ticket.not_found') },
});

const convertRoute = createRoute({
  method: 'post',
  path: '/interactions/{id}/ticket',
  summary: 'Make a ticket of a contact; again is the same ticket',
  security: agentsOnly,
  request: { params: placeAtDesk, body: { content: json(convertBody), required: true } },
  responses: {
    200: {
      description: 'Received now',
      content: json(z.object({ id: z.string(), number: z.string() })),
    },
    ...problems(
      ...codes,
      'interaction.not_found',
      'category.unknown',
      'request.invalid',
      'service.unavailable',
    ),
  },
});

/** Contacts beside the official channels, below `/v1/desk/vendors/:vendor`. */
export function interactionRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(recordRoute, async (c) => {
      const recorded = await recordContact(deps, {
        ...c.req.valid('json'),
        tenantId: c.req.valid('param').vendor,
        agent: c.var.agent,
        idempotencyKey: c.req.valid('header')['idempotency-key'],
      });
      return recorded.ok ? c.json(recorded.value, 201) : replyProblem(recorded.failure);
    })
    .openapi(listRoute, async (c) => {
      const { requester: requesterId, organisation, ...page } = c.req.valid('query');
      const { vendor } = c.req.valid('param');
      const seen = ofSeenTickets(deps, vendor, c.var.agent.id, interactions.ticketId);
      const whose = { requesterId, organisation, seen };
      return c.json(await listInteractions(deps.db, vendor, whose, page), 200);
    })
    .openapi(cardRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const ticket = await findTicket(deps.db, tenantId, id);
      if (!ticket) return replyProblem({ code: 'ticket.not_found' });
      const { requesterId, organisation } = ticket;
      const seen = ofSeenTickets(deps, tenantId, c.var.agent.id, interactions.ticketId);
      const whose = { requesterId, organisation: organisation ?? undefined, seen };
      const page = c.req.valid('query');
      return c.json(await listInteractions(deps.db, tenantId, whose, page), 200);
    })
    .openapi(convertRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const { category } = c.req.valid('json');
      const opened = await convertInteraction(deps, tenantId, id, category, c.var.agent);
      return opened.ok ? c.json(opened.value, 200) : replyProblem(opened.failure);
    });
}
