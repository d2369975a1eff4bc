import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { locales } from '#shared/vocabulary.ts';
import { explanation } from '#shared/wire/explanation.ts';
import { meantInstant } from '#shared/wire/meant.ts';
import type { Deps } from '#server/deps.ts';
import { explainPolicy } from '#server/features/explanations/explain-policy.ts';
import type { AppEnv } from '#server/http/app-env.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const minuteMs = 60_000;

const policyRoute = createRoute({
  method: 'get',
  path: '/policies/{vendor}/explanation',
  summary: 'What a regulation promises to a complete request received at an instant, and why',
  request: {
    params: z.object({ vendor: z.string().max(64).meta({ example: 'modme' }) }),
    query: z.object({
      at: meantInstant.optional().meta({
        description: 'Receipt; the present minute where it is left out.',
        example: '2026-12-07T13:00:00Z',
      }),
      category: z.string().max(64).optional(),
      plan: z.string().max(64).optional(),
      level: z.string().max(64).optional(),
      lang: z.enum(locales).default('ru'),
    }),
  },
  responses: {
    200: {
      description: 'For a customer in good standing whose request is in the official channel',
      content: json(explanation),
    },
    ...problems('request.not_found', 'request.invalid', 'category.unknown'),
  },
});

/** A regulation explained to anybody: no identity, no cookie, the same answer for all. */
export function policyExplanationRoutes({ policies, now }: Pick<Deps, 'policies' | 'now'>) {
  const routes = router<AppEnv>();
  routes.use(policyRoute.getRoutingPath(), etag());
  return routes.openapi(policyRoute, (c) => {
    const { at, lang, ...asked } = c.req.valid('query');
    // whole minutes: what nobody sees change keeps its tag
    const receivedAt = at ? Date.parse(at) : Math.floor(now() / minuteMs) * minuteMs;
    const { vendor } = c.req.valid('param');
    const told = explainPolicy(policies, { ...asked, vendor, receivedAt, locale: lang });
    if (!told.ok) return replyProblem(told.failure);
    c.header('cache-control', 'public, max-age=60');
    return c.json(told.value, 200);
  });
}
