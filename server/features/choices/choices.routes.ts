import { createRoute, z } from '@hono/zod-openapi';
import { languages } from '#shared/vocabulary.ts';
import { formChoices as choices } from '#shared/wire/form-choices.ts';
import type { Deps } from '#server/deps.ts';
import { formChoices } from '#server/features/choices/form-choices.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf, deskProblems } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';

const readRoute = createRoute({
  method: 'get',
  path: '/choices',
  summary: 'Categories and plans that forms of the desk let choose from',
  security: agentsOnly,
  request: { params: deskOf, query: z.object({ locale: z.enum(languages).default('ru') }) },
  responses: {
    200: { description: 'By the regulation in force', content: json(choices) },
    ...problems(...deskProblems),
  },
});

/** What forms let choose from, below `/v1/desk/vendors/:vendor`. */
export const choiceRoutes = (deps: Deps) =>
  router<DeskEnv>().openapi(readRoute, async (c) =>
    c.json(await formChoices(deps, c.req.valid('param').vendor, c.req.valid('query').locale), 200),
  );
