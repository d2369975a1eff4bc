import { createRoute, z } from '@hono/zod-openapi';
import {
  announceBody,
  announcementAct,
  announcementList,
  announcementView,
  deliveryLog,
} from '#shared/wire/announcements.ts';
import type { Deps } from '#server/deps.ts';
import { announce } from '#server/features/announcements/announce.ts';
import { changeAnnouncement } from '#server/features/announcements/change-announcement.ts';
import {
  readAnnouncement,
  showAnnouncements,
  showDeliveries,
} from '#server/features/announcements/show-announcements.ts';
import { withdrawAnnouncement } from '#server/features/announcements/withdraw-announcement.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems, placeAtDesk } from '#server/http/desk-route.ts';
import { expectedVersion, ifMatch, tagOf } from '#server/http/if-match.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/announcements',
  summary: 'What customers were told of unasked',
  security: agentsOnly,
  request: { params: deskOf, query: pageQuery(200, 50) },
  responses: {
    200: { description: 'A page, the newest first', content: json(announcementList) },
    ...problems(...deskProblems),
  },
});

const announceRoute = createRoute({
  method: 'post',
  path: '/announcements',
  summary: 'Tell customers of a version, an update or planned works',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: deskOf,
    body: { content: json(announceBody), required: true },
  },
  responses: {
    201: { description: 'Goes out at its time', content: json(z.object({ id: z.string() })) },
    ...problems(
      'sign_in.required',
      'vendor.not_allowed',
      'request.invalid',
      'idempotency_key.missing',
      'organisation.not_found',
      'instant.past',
      'instant.ends_before_it_begins',
      'field.secret_in_text',
      'idempotency_key.reused',
    ),
  },
});

const asItIs = {
  200: { description: 'As it is now; `ETag` is its version', content: json(announcementView) },
};

const readRoute = createRoute({
  method: 'get',
  path: '/announcements/{id}',
  summary: 'One announcement and how far it has come',
  security: agentsOnly,
  request: { params: placeAtDesk },
  responses: { ...asItIs, ...problems(...deskProblems, 'announcement.not_found') },
});

const changeRoute = createRoute({
  method: 'put',
  path: '/announcements/{id}',
  summary: 'Say anew what is to be announced, before anybody was told',
  security: agentsOnly,
  request: {
    headers: ifMatch,
    params: placeAtDesk,
    body: { content: json(announceBody), required: true },
  },
  responses: {
    ...asItIs,
    ...problems(
      ...deskProblems,
      'announcement.not_found',
      'announcement.changed',
      'announcement.begun',
      'announcement.withdrawn',
      'organisation.not_found',
      'instant.past',
      'instant.ends_before_it_begins',
      'field.secret_in_text',
    ),
  },
});

const actRoute = createRoute({
  method: 'post',
  path: '/announcements/{id}/acts',
  summary: 'Take back what nobody was told of yet; again is harmless',
  security: agentsOnly,
  request: {
    headers: ifMatch,
    params: placeAtDesk,
    body: { content: json(announcementAct), required: true },
  },
  responses: {
    ...asItIs,
    ...problems(
      ...deskProblems,
      'announcement.not_found',
      'announcement.changed',
      'announcement.begun',
    ),
  },
});

const logRoute = createRoute({
  method: 'get',
  path: '/announcements/{id}/deliveries',
  summary: 'Who was told, and where each letter stands',
  security: agentsOnly,
  request: { params: placeAtDesk, query: pageQuery(1000, 100) },
  responses: {
    200: { description: 'A page, in one order that stays', content: json(deliveryLog) },
    ...problems(...deskProblems, 'announcement.not_found'),
  },
});

/** News for customers, below `/v1/desk/vendors/:vendor`. */
export function announcementRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { vendor: tenantId } = c.req.valid('param');
      return c.json(await showAnnouncements(deps.db, tenantId, c.req.valid('query')), 200);
    })
    .openapi(announceRoute, async (c) => {
      const key = c.req.valid('header')['idempotency-key'];
      const { vendor: tenantId } = c.req.valid('param');
      const done = await announce(deps, tenantId, c.var.agent, c.req.valid('json'), key);
      return done.ok ? c.json({ id: done.value }, 201) : replyProblem(done.failure);
    })
    .openapi(readRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const read = await readAnnouncement(deps.db, { tenantId, id });
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    })
    .openapi(changeRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const place = { tenantId, id };
      const seen = expectedVersion(c.req.valid('header'));
      const body = c.req.valid('json');
      const done = await changeAnnouncement(deps, place, c.var.agent, body, seen);
      const read = done.ok ? await readAnnouncement(deps.db, place) : done;
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    })
    .openapi(actRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const place = { tenantId, id };
      const seen = expectedVersion(c.req.valid('header'));
      const done = await withdrawAnnouncement(deps, place, c.var.agent, seen);
      const read = done.ok ? await readAnnouncement(deps.db, place) : done;
      return read.ok ? c.json(read.value, 200, tagOf(read.value)) : replyProblem(read.failure);
    })
    .openapi(logRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const shown = await showDeliveries(deps.db, { tenantId, id }, c.req.valid('query'));
      return shown.ok ? c.json(shown.value, 200) : replyProblem(shown.failure);
    });
}
