import { createRoute, z } from '@hono/zod-openapi';
import { waveBody, waveList } from '#shared/wire/surveys.ts';
import type { Deps } from '#server/deps.ts';
import { planWave } from '#server/features/surveys/plan-wave.ts';
import { showWaves } from '#server/features/surveys/show-waves.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems, makingProblems } from '#server/http/desk-route.ts';
import { idempotencyHeader, json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/survey-waves',
  summary: 'Waves of surveys with their rate and score',
  security: agentsOnly,
  request: { params: deskOf, query: pageQuery(200, 50) },
  responses: {
    200: { description: 'A page, the newest first', content: json(waveList) },
    ...problems(...deskProblems),
  },
});

const planRoute = createRoute({
  method: 'post',
  path: '/survey-waves',
  summary: 'Ask customers how satisfied they are',
  security: agentsOnly,
  request: {
    headers: idempotencyHeader,
    params: deskOf,
    body: { content: json(waveBody), required: true },
  },
  responses: {
    201: { description: 'Goes out at its time', content: json(z.object({ id: z.string() })) },
    ...problems(...makingProblems),
  },
});

/** Waves of surveys, below `/v1/desk/vendors/:vendor`. */
export function surveyWaveRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(listRoute, async (c) => {
      const { vendor: tenantId } = c.req.valid('param');
      return c.json(await showWaves(deps.db, tenantId, c.req.valid('query')), 200);
    })
    .openapi(planRoute, async (c) => {
      const key = c.req.valid('header')['idempotency-key'];
      const { vendor: tenantId } = c.req.valid('param');
      const done = await planWave(deps, tenantId, c.var.agent, c.req.valid('json'), key);
      return done.ok ? c.json({ id: done.value }, 201) : replyProblem(done.failure);
    });
}
