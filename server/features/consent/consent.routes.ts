import { createRoute, z } from '@hono/zod-openapi';
import type { Deps } from '#server/deps.ts';
import { withdrawConsent } from '#server/features/consent/withdraw-consent.ts';
import { requesterOf } from '#server/features/requesters/identity.ts';
import type { RequesterEnv } from '#server/http/app-env.ts';
import { edgeProblems, json, problems, router, widgetKey } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const withdrawRoute = createRoute({
  method: 'post',
  path: '/consent/withdrawal',
  summary: 'Take back the consent to the use of personal data',
  security: [{ requester: [] }],
  request: {
    headers: widgetKey,
    body: { content: json(z.strictObject({})), required: true },
  },
  responses: {
    200: {
      description: 'The desk is told; the next request asks for it anew',
      content: json(z.object({ withdrawnAt: z.iso.datetime() })),
    },
    ...problems(...edgeProblems, 'request.invalid', 'consent.not_given'),
  },
});

/** A requester's consent, which is given with a request. */
export function consentRoutes(deps: Deps) {
  return router<RequesterEnv>().openapi(withdrawRoute, async (c) => {
    const requesterId = requesterOf(c.var.identity);
    if (!requesterId) return replyProblem({ code: 'identity.required' });
    const done = await withdrawConsent(deps, { tenantId: c.var.tenantId, requesterId });
    return done.ok
      ? c.json({ withdrawnAt: done.value.toISOString() }, 200)
      : replyProblem(done.failure);
  });
}
