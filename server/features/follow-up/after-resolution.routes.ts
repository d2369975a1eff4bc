import { createRoute, z } from '@hono/zod-openapi';
import { languages } from '#shared/vocabulary.ts';
import { appealList, followUpList, silenceList } from '#shared/wire/after-resolution.ts';
import type { Deps } from '#server/deps.ts';
import { listAppeals } from '#server/features/appeals/list-appeals.ts';
import { listFollowUps, owedStates } from '#server/features/follow-up/list-follow-ups.ts';
import { listSilence } from '#server/features/silence/list-silence.ts';
import { hiddenTickets } from '#server/features/tickets/hidden-tickets.ts';
import { afterTicket } from '#server/features/tickets/ticket-place.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';

const page = pageQuery(200, 50).extend({ after: afterTicket });

const followUpsRoute = createRoute({
  method: 'get',
  path: '/follow-ups',
  summary: 'Contacts after a resolution that are still owed',
  security: agentsOnly,
  request: { params: deskOf, query: page.extend({ state: z.enum(owedStates).optional() }) },
  responses: {
    200: { description: 'A page, the oldest resolution first', content: json(followUpList) },
    ...problems(...deskProblems),
  },
});

const appealsRoute = createRoute({
  method: 'get',
  path: '/appeals',
  summary: 'Appeals that wait to be heard',
  security: agentsOnly,
  request: { params: deskOf, query: page.extend({ locale: z.enum(languages).default('ru') }) },
  responses: {
    200: { description: 'A page, by their terms', content: json(appealList) },
    ...problems(...deskProblems),
  },
});

const silenceRoute = createRoute({
  method: 'get',
  path: '/silence',
  summary: 'Tickets whose requester does not answer, and which of them may be ended for it',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: page.extend({ only: z.enum(['all', 'may_close']).default('all') }),
  },
  responses: {
    200: { description: 'A page, the longest silence first', content: json(silenceList) },
    ...problems(...deskProblems),
  },
});

/** What a desk owes once work has ended or stands still, below `/v1/desk/vendors/:vendor`. */
export const afterResolutionRoutes = (deps: Deps) =>
  router<DeskEnv>()
    .openapi(followUpsRoute, async (c) => {
      const { vendor: tenantId } = c.req.valid('param');
      const hidden = hiddenTickets(deps, tenantId, c.var.agent.id);
      return c.json(await listFollowUps(deps, tenantId, c.req.valid('query'), hidden), 200);
    })
    .openapi(appealsRoute, async (c) => {
      const { vendor: tenantId } = c.req.valid('param');
      const hidden = hiddenTickets(deps, tenantId, c.var.agent.id);
      return c.json(await listAppeals(deps, tenantId, c.req.valid('query'), hidden), 200);
    })
    .openapi(silenceRoute, async (c) => {
      const { vendor: tenantId } = c.req.valid('param');
      const hidden = hiddenTickets(deps, tenantId, c.var.agent.id);
      return c.json(await listSilence(deps, tenantId, c.req.valid('query'), hidden), 200);
    });
