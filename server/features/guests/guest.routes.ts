import { createRoute, z } from '@hono/zod-openapi';
import { guestMessageBody, guestThread } from '#shared/wire/guests.ts';
import type { Deps } from '#server/deps.ts';
import { readGuestThread } from '#server/features/guests/read-guest-thread.ts';
import { writeAsGuest } from '#server/features/guests/write-as-guest.ts';
import type { GuestEnv } from '#server/http/app-env.ts';
import { idempotencyHeader, json, problems, router, widgetKey } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const security = [{ guest: [] }];
const thread = { description: 'The thread as it is now', content: json(guestThread) };

const threadRoute = createRoute({
  method: 'get',
  path: '/guest/thread',
  summary: 'The one thread that a guest was invited to',
  security,
  request: { headers: widgetKey },
  responses: { 200: thread, ...problems('guest.not_found') },
});

const writeRoute = createRoute({
  method: 'post',
  path: '/guest/messages',
  summary: 'Write into that thread',
  security,
  request: {
    headers: z.object({ ...widgetKey.shape, ...idempotencyHeader.shape }),
    body: { content: json(guestMessageBody), required: true },
  },
  responses: {
    201: thread,
    ...problems(
      'guest.not_found',
      'ticket.merged',
      'request.invalid',
      'field.secret_in_text',
      'idempotency_key.missing',
      'idempotency_key.reused',
    ),
  },
});

/** The guests' side, below `/v1`. */
export function guestRoutes(deps: Deps) {
  return router<GuestEnv>()
    .openapi(threadRoute, async (c) => {
      const read = await readGuestThread(deps, c.var.guest);
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    })
    .openapi(writeRoute, async (c) => {
      const { text } = c.req.valid('json');
      const idempotencyKey = c.req.valid('header')['idempotency-key'];
      const written = await writeAsGuest(deps, c.var.guest, { text, idempotencyKey });
      const read = written.ok ? await readGuestThread(deps, c.var.guest) : written;
      return read.ok ? c.json(read.value, 201) : replyProblem(read.failure);
    });
}
