import { createRoute, z } from '@hono/zod-openapi';
import { waveAct, waveBody, waveList, waveView } from '#shared/wire/surveys.ts';
import type { Deps } from '#server/deps.ts';
import { endWave } from '#server/features/surveys/end-wave.ts';
import { planWave } from '#server/features/surveys/plan-wave.ts';
import { readWave, showWaves } from '#server/features/surveys/show-waves.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import {
  agentsOnly,
  deskOf,
  deskProblems,
  makingProblems,
  placeAtDesk,
} from '#server/http/desk-route.ts';
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
    ...problems(...makingProblems, 'instant.past'),
  },
});

const actRoute = createRoute({
  method: 'post',
  path: '/survey-waves/{id}/acts',
  summary: 'Stop a wave, and those that would follow it; again is harmless',
  security: agentsOnly,
  request: { params: placeAtDesk, body: { content: json(waveAct), required: true } },
  responses: {
    200: { description: 'As it is now', content: json(waveView) },
    ...problems(...deskProblems, 'survey_wave.not_found', 'survey_wave.sent'),
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
    })
    .openapi(actRoute, async (c) => {
      const { vendor: tenantId, id } = c.req.valid('param');
      const place = { tenantId, id };
      const done = await endWave(deps, place, c.var.agent);
      const read = done.ok ? await readWave(deps.db, place) : done;
      return read.ok ? c.json(read.value, 200) : replyProblem(read.failure);
    });
}
