import { createRoute, z } from '@hono/zod-openapi';
import type { Deps } from '#server/deps.ts';
import { changeStream } from '#server/features/changes/change-stream.ts';
import { identifyRequester, requesterOf } from '#server/features/requesters/identity.ts';
import type { RequesterEnv } from '#server/http/app-env.ts';
import { edgeProblems, problems, router, widgetKey } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

/** Shorter than what proxies allow a quiet line, milliseconds. */
const beatMs = 20_000;

const changesRoute = createRoute({
  method: 'get',
  path: '/changes',
  summary: "What changes of the requester's own tickets, as it happens",
  description:
    'Server-sent events: `changed` names a ticket, `caught-up` says that nothing before is left to tell (`missed`: look at everything anew). An id is where `Last-Event-ID` goes on from.',
  security: [{ requester: [] }],
  request: {
    headers: z.object({
      ...widgetKey.shape,
      'last-event-id': z
        .string()
        .regex(/^\d{1,15}$/)
        .optional()
        .meta({ description: 'The last id that was heard.', example: '1042' }),
    }),
  },
  responses: {
    200: {
      description: 'Until either side ends it',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...problems(...edgeProblems, 'request.invalid', 'live.too_many'),
  },
});

/** Tells a requester what their own list would, the moment it would. */
export function changeRoutes(deps: Deps) {
  const { changes, now } = deps;
  return router<RequesterEnv>().openapi(changesRoute, (c) => {
    const { tenantId, identity } = c.var;
    const requesterId = requesterOf(identity);
    if (!requesterId) return replyProblem({ code: 'identity.required' });
    const last = c.req.valid('header')['last-event-id'];
    const authorization = c.req.header('authorization');
    const stream = changeStream(changes, {
      tenantId,
      requesterId,
      after: last === undefined ? undefined : Number(last),
      stillKnown: async () => (await identifyRequester(authorization, tenantId, deps, now())).ok,
      beatMs,
    });
    if (!stream.ok) return replyProblem(stream.failure);
    return new Response(stream.value, {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    }) as never;
  });
}
